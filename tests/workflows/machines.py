"""State machines as they are deployed, run by moto. Their functions run in this process, and nothing really waits."""

import importlib
import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Lock
from types import SimpleNamespace
from typing import Any

import boto3
import pytest
import yaml
from botocore.exceptions import ClientError
from moto import mock_aws

from tests.lambdas import invoke

WORKFLOWS = Path(__file__).parents[2] / "infra" / "workflows"
ASL = "moto.stepfunctions.parser.asl.component"
ROLE = "arn:aws:iam::123456789012:role/machine"
NUMBERS = count(1)

Fault = Callable[[Any], Exception | None]


@dataclass(frozen=True, slots=True)
class Run:
    """How an execution ended."""

    status: str
    output: Any
    error: str | None
    states: list[str]


@dataclass(slots=True)
class Machines:
    """`called` are the inputs of functions in order, `waits` the seconds waited for, `naps` those before retries.

    `fault` may answer an input with an error instead of letting the function run. `hurry` lets a task that waits for
    an answer wait for a second.
    """

    client: Any
    arns: dict[str, str]
    called: list[Any] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    naps: list[float] = field(default_factory=list)
    fault: Fault = lambda _: None
    hurry: bool = False
    lock: Any = field(default_factory=Lock)

    def forget(self) -> None:
        self.called, self.waits, self.naps, self.fault, self.hurry = [], [], [], lambda _: None, False

    def run(self, name: str, given: Any) -> Run:
        return self.end_of(self.start(name, given))

    def start(self, name: str, given: Any) -> str:
        started = self.client.start_execution(
            stateMachineArn=self.arns[name], name=f"run-{next(NUMBERS)}", input=json.dumps(given)
        )
        return str(started["executionArn"])

    def end_of(self, arn: str) -> Run:
        while (found := self.client.describe_execution(executionArn=arn))["status"] == "RUNNING":
            time.sleep(0.01)
        events = self.client.get_execution_history(executionArn=arn)["events"]
        entered = [event.get("stateEnteredEventDetails") for event in events]
        return Run(
            status=found["status"],
            output=json.loads(found["output"]) if "output" in found else None,
            error=found.get("error"),
            states=[state["name"] for state in entered if state],
        )

    def wait(self, wait_seconds: float, **_: Any) -> None:
        self.waits.append(wait_seconds)

    def nap(self, seconds: float) -> None:
        self.naps.append(seconds)

    def call(self, parameters: dict[str, Any], **_: Any) -> dict[str, Any]:
        """What the Lambda service does for a task: errors of the function are part of its answer."""
        event = json.loads(parameters["Payload"])
        with self.lock:
            self.called.append(event)
            fault = self.fault(event)
        if isinstance(fault, ClientError):
            raise fault
        if fault:
            return _failed(fault)
        if parameters.get("InvocationType") == "Event":
            return {"StatusCode": 202, "Payload": {}}
        try:
            outcome = invoke(parameters["FunctionName"], event)
        except Exception as error:  # noqa: BLE001 - a function may fail with anything
            return _failed(error)
        return {"StatusCode": 200, "Payload": {**outcome, "wait_seconds": 1} if self.hurry and outcome else outcome}


def _failed(error: Exception) -> dict[str, Any]:
    payload = {"errorType": type(error).__name__, "errorMessage": str(error)}
    return {"StatusCode": 200, "FunctionError": "Unhandled", "Payload": payload}


@contextmanager
def running() -> Iterator[Machines]:
    with mock_aws(config={"stepfunctions": {"execute_state_machine": True}}), pytest.MonkeyPatch.context() as patch:
        client = boto3.client("stepfunctions", region_name="eu-central-1")
        definitions = sorted(WORKFLOWS.glob("*.asl.yaml"))
        made = Machines(client, {path.name.partition(".")[0]: _created(client, path) for path in definitions})
        tasks = importlib.import_module(f"{ASL}.state.exec.state_task.lambda_eval_utils")
        waiting = importlib.import_module(f"{ASL}.state.wait.wait_function.wait_function").WaitFunction
        retrying = importlib.import_module(f"{ASL}.common.retry.retrier_decl")
        invoking = importlib.import_module(f"{ASL}.state.exec.state_task.service.state_task_service_lambda")
        # AWS takes it, moto would leave it out.
        known = invoking._SUPPORTED_API_PARAM_BINDINGS["invoke"]
        patch.setitem(invoking._SUPPORTED_API_PARAM_BINDINGS, "invoke", known | {"InvocationType"})
        patch.setattr(tasks, "_invoke_lambda_function", made.call)
        patch.setattr(waiting, "_wait_interval", made.wait)
        patch.setattr(retrying, "time", SimpleNamespace(sleep=made.nap))
        yield made


def _created(client: Any, path: Path) -> str:
    """`${RingTimer}` is the function of the directory `ring_timer`."""
    text = re.sub(r"\$\{(\w+)\}", lambda found: re.sub(r"(?<!^)(?=[A-Z])", "_", found[1]).lower(), path.read_text())
    name = path.name.partition(".")[0]
    definition = json.dumps(yaml.safe_load(text))
    return str(client.create_state_machine(name=name, definition=definition, roleArn=ROLE)["stateMachineArn"])
