"""Tasks of state machines on the local stack."""

import threading
import time
from types import SimpleNamespace
from typing import Any

import pytest

from infra.local.emulator.executions import count_from_the_turn
from infra.local.turns import FOLLOWERS, Turns

PATIENCE = 10.0


class ExecutionError(Exception):
    """Stands in for the emulator's."""


def machine(task: Any) -> Any:
    stepfunctions = SimpleNamespace(_invoke_resource=lambda _resource, _given: task(), _ExecutionError=ExecutionError)
    count_from_the_turn(stepfunctions)
    return stepfunctions._invoke_resource_with_timeout


def test_the_time_a_task_has_begins_with_its_turn() -> None:
    turns, free, busy = Turns(), threading.Event(), threading.Semaphore(0)

    def occupy() -> None:
        with turns.function():
            busy.release()
            free.wait(PATIENCE)

    for _ in range(FOLLOWERS):
        threading.Thread(target=occupy, daemon=True).start()
    for _ in range(FOLLOWERS):
        assert busy.acquire(timeout=PATIENCE)

    def task() -> str:
        with turns.function():
            return "done"

    threading.Timer(1.2, free.set).start()
    assert machine(task)("lambda", {}, 1.0) == "done"


def test_a_task_that_takes_too_long_is_told_so() -> None:
    turns, free = Turns(), threading.Event()

    def task() -> None:
        with turns.function():
            free.wait(PATIENCE)

    with pytest.raises(ExecutionError):
        machine(task)("lambda", {}, 0.1)
    free.set()


def test_a_task_without_a_function_answers_at_once() -> None:
    begun = time.monotonic()
    assert machine(lambda: "kept")("sqs", {}, PATIENCE) == "kept"
    assert time.monotonic() - begun < PATIENCE
