"""Local Lambda processes, corrected where they differ from AWS.

Stock behaviour: the error type is always `Runtime.HandlerError`, so Retry and Catch by class never fire; a
handler that raises loses its process; each call waits 5 ms for further log lines; every parallel call
starts one more process, and on two cores a burst of cold starts stands still. What WebSocket functions
print is dropped. Here logs of all functions go to one file.
"""

import os
import queue
import threading
from typing import Any, Final

from infra.local.emulator.nursery import Nursery, Subprocess
from infra.local.settings import Settings
from infra.local.turns import TURNS

MOST_PER_FUNCTION: Final = max(4, 2 * (os.cpu_count() or 1))
LOG_PATIENCE_SECONDS: Final = 0.05

_STOCK_FAILURE: Final = '{"status": "error", "error": str(e), "trace": traceback.format_exc()}'
_OUR_FAILURE: Final = (
    '{"status": "ok", "result": None, "failure": {"status": "error", "error": str(e), '
    '"type": type(e).__name__, "trace": traceback.format_exc()}}'
)
_call = threading.local()


def correct(settings: Settings) -> None:
    from ministack.core import lambda_runtime  # noqa: PLC0415 - after the environment is set
    from ministack.services import lambda_svc  # noqa: PLC0415

    if _STOCK_FAILURE not in lambda_runtime._PYTHON_WORKER_SCRIPT:
        raise RuntimeError("The emulator's Lambda bootstrap changed; infra/local/emulator/workers.py must follow.")
    lambda_runtime._PYTHON_WORKER_SCRIPT = lambda_runtime._PYTHON_WORKER_SCRIPT.replace(_STOCK_FAILURE, _OUR_FAILURE)
    lambda_runtime.subprocess = Subprocess(Nursery())
    _keep_process_after_failure(lambda_runtime, settings)
    _take_logs_at_once(lambda_runtime)
    _name_the_error(lambda_svc)
    _wait_for_a_free_process(lambda_svc)


def end() -> None:
    """Timers go on ringing to the last moment; what they call would wait for a service that has ended."""
    from ministack.core import lambda_runtime  # noqa: PLC0415

    lambda_runtime.subprocess.close()
    lambda_runtime.reset()


def _keep_process_after_failure(lambda_runtime: Any, settings: Settings) -> None:
    stock_invoke, stock_spawn = lambda_runtime.Worker.invoke, lambda_runtime.Worker._spawn
    log = settings.function_log.open("w", buffering=1)

    def spawn(worker: Any) -> None:
        try:
            stock_spawn(worker)
        except RuntimeError as error:
            log.write(f"[{worker.func_name}] did not start: {error}\n")
            raise

    def invoke(worker: Any, *args: Any, **kwargs: Any) -> Any:
        answer = stock_invoke(worker, *args, **kwargs)
        failure = answer.pop("failure", None)
        if failure:
            _call.error_type = failure["type"]
            answer = {**answer, **failure}
        if text := "\n".join(filter(None, [answer.get("log"), answer.get("trace")])):
            log.write(f"[{worker.func_name}] {text}\n")
        return answer

    lambda_runtime.Worker.invoke, lambda_runtime.Worker._spawn = invoke, spawn


def _take_logs_at_once(lambda_runtime: Any) -> None:
    """A function writes its lines before its answer; on a busy machine they may be read a little after it."""

    def drain(worker: Any) -> str:
        try:
            first = worker._stderr_queue.get(timeout=LOG_PATIENCE_SECONDS)
        except queue.Empty:
            return ""
        return "\n".join(filter(None, [first, worker._drain_stderr()]))

    lambda_runtime.Worker._drain_stderr_bounded = drain


def _name_the_error(lambda_svc: Any) -> None:
    stock_execute = lambda_svc._execute_function_warm

    def execute(func: Any, event: Any, request_id: str) -> Any:
        _call.error_type = None
        answer = stock_execute(func, event, request_id)
        if answer.get("error") and _call.error_type:
            answer["body"]["errorType"] = _call.error_type
        return answer

    lambda_svc._execute_function_warm = execute


def _wait_for_a_free_process(lambda_svc: Any) -> None:
    """Past a few processes per function a call waits for one instead of starting another; past a few that run at the
    same time it waits for its turn. Neither is part of the time that a function has.
    """
    stock_execute = lambda_svc._execute_function_warm
    places: dict[str, threading.Semaphore] = {}

    def execute(func: Any, event: Any, request_id: str) -> Any:
        name = func.get("config", func)["FunctionName"]
        with places.setdefault(name, threading.Semaphore(MOST_PER_FUNCTION)), TURNS.function():
            return stock_execute(func, event, request_id)

    lambda_svc._execute_function_warm = execute
