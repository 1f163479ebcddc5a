"""Step Functions executions: over a restart, and what their tasks do.

An execution that was running comes back FAILED (`States.ServiceRestart`) and its name stays taken: a call to another
system that waited for its next try is lost, and a timer cannot be armed again. On AWS nothing restarts, so here such
executions begin again, and what they had waited counts. Finished ones are kept for a day, not for ever: their history
is large.

A task that waits for a token takes no heed of `TimeoutSecondsPath` there, and goes on waiting when the function that
should pass the token on failed. A task that only hands an event to a function waits for it all the same. All three are
corrected. And the time that a task has begins with its function, not while it waits for its turn on this machine.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from infra.local.turns import told_of_its_turn

KEPT = timedelta(days=1)
RESTARTED: Final = "States.ServiceRestart"


def correct() -> Callable[[], None]:
    """What begins those again that were running when the process ended."""
    from ministack.services import stepfunctions  # noqa: PLC0415 - after the environment is set

    resumed = _kept_running(stepfunctions)
    _correct_tokens(stepfunctions)
    _hand_over(stepfunctions)
    count_from_the_turn(stepfunctions)
    run = _runs_on(stepfunctions)

    def resume() -> None:
        while resumed:
            threading.Thread(target=run, args=(resumed.pop(),), daemon=True).start()

    return resume


def _kept_running(stepfunctions: Any) -> list[str]:
    """Filled when the state is loaded: those that the emulator gave up."""
    stock_load = stepfunctions.load_persisted_state
    resumed: list[str] = []

    def load_persisted_state(data: Any) -> None:
        stock_load(data)
        for key, execution in list(stepfunctions._executions._data.items()):
            if execution.get("error") == RESTARTED:
                execution |= {"status": "RUNNING", "stopDate": None, "events": execution["events"][:1]}
                del execution["error"], execution["cause"]
                resumed.append(execution["executionArn"])
            elif _is_over(execution):
                del stepfunctions._executions._data[key]

    stepfunctions.load_persisted_state = load_persisted_state
    return resumed


def _runs_on(stepfunctions: Any) -> Callable[[str], None]:
    """Runs an execution from its beginning; its first waits are shorter by the time since it was started."""
    stock_sleep = stepfunctions._scaled_sleep
    waited = threading.local()

    def sleep(seconds: float) -> None:
        spared = min(seconds, getattr(waited, "seconds", 0.0))
        if spared > 0:
            waited.seconds -= spared
        stock_sleep(seconds - spared)

    def run(arn: str) -> None:
        started = datetime.fromisoformat(stepfunctions._executions[arn]["startDate"])
        waited.seconds = (datetime.now(UTC) - started).total_seconds()
        stepfunctions._run_execution(arn)

    stepfunctions._scaled_sleep = sleep
    return run


def count_from_the_turn(stepfunctions: Any) -> None:
    def invoke_resource_with_timeout(resource: str, given: Any, seconds: float) -> Any:
        pool = ThreadPoolExecutor(1)
        with told_of_its_turn() as begun:
            future = pool.submit(copy_context().run, stepfunctions._invoke_resource, resource, given)
        pool.shutdown(wait=False)
        future.add_done_callback(lambda _: begun.set())  # what calls no function has no turn
        begun.wait()
        try:
            return future.result(seconds)
        except TimeoutError:
            raise stepfunctions._ExecutionError("States.Timeout", f"Task timed out after {seconds} seconds") from None

    stepfunctions._invoke_resource_with_timeout = invoke_resource_with_timeout


def _hand_over(stepfunctions: Any) -> None:
    from ministack.services import lambda_svc  # noqa: PLC0415 - as above

    stock_invoke = stepfunctions._invoke_resource

    def invoke_resource(resource: str, given: Any) -> Any:
        if "states:::lambda:invoke" not in resource or given.get("InvocationType") != "Event":
            return stock_invoke(resource, given)
        name = stepfunctions._resolve_lambda_function_ref(given["FunctionName"], optimized=True)
        function, config, _ = lambda_svc._get_func_record_for_ref(name)
        lambda_svc.invoke_async_with_retry(lambda_svc._execution_record_for_config(function, config), given["Payload"])
        return {"StatusCode": 202, "Payload": ""}

    stepfunctions._invoke_resource = invoke_resource


def _correct_tokens(stepfunctions: Any) -> None:
    stock_task, stock_wait = stepfunctions._execute_task, stepfunctions._invoke_with_callback
    waiting = threading.local()

    def execute_task(state: dict[str, Any], raw_input: Any, execution: Any, context: Any) -> Any:
        if "TimeoutSecondsPath" in state:
            state = {**state, "TimeoutSeconds": stepfunctions._resolve_path(state["TimeoutSecondsPath"], raw_input)}
        return stock_task(state, raw_input, execution, context)

    def wait_for_token(resource: str, given: Any, token: str, state: dict[str, Any]) -> Any:
        waiting.token = token
        try:
            return stock_wait(resource, given, token, state)
        finally:
            waiting.token = None

    stepfunctions._execute_task, stepfunctions._invoke_with_callback = execute_task, wait_for_token
    _fail_waiting(stepfunctions, waiting)


def _fail_waiting(stepfunctions: Any, waiting: threading.local) -> None:
    """A function that fails ends the wait for the token it was given."""
    stock_call = stepfunctions._call_lambda

    def call_lambda(reference: Any, event: Any) -> Any:
        try:
            return stock_call(reference, event)
        except stepfunctions._ExecutionError as error:
            token = stepfunctions._task_tokens.get(getattr(waiting, "token", None))
            if token:
                token["error"] = {"Error": error.error, "Cause": error.cause}
                token["event"].set()
            raise

    stepfunctions._call_lambda = call_lambda


def _is_over(execution: dict[str, Any]) -> bool:
    stopped = execution.get("stopDate")
    if not isinstance(stopped, str):
        return False
    return datetime.now(UTC) - datetime.fromisoformat(stopped) > KEPT
