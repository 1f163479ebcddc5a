"""What functions are still to be given is given, whatever happens between."""

import threading
from collections import Counter
from typing import Any

from infra.local.emulator.deliveries import EACH, Deliveries

PATIENCE = 10.0


def given(deliveries: Deliveries, function: str, *events: Any) -> None:
    for event in events:
        deliveries.take(function, event)


def test_nothing_is_begun_before_the_stack_is_there_and_everything_afterwards() -> None:
    got: Counter[str] = Counter()
    done = threading.Semaphore(0)

    def deliver(function: str, event: str) -> None:
        got[f"{function} {event}"] += 1
        done.release()

    deliveries = Deliveries(deliver)
    given(deliveries, "mail", *"abcdefgh")
    assert not got
    deliveries.begin()
    given(deliveries, "push", *"ab")
    for _ in range(10):
        assert done.acquire(timeout=PATIENCE)
    assert got == Counter([*(f"mail {it}" for it in "abcdefgh"), "push a", "push b"])


def test_a_function_that_hangs_holds_up_no_other() -> None:
    free, arrived, pushed = threading.Event(), threading.Semaphore(0), threading.Event()

    def deliver(function: str, _: str) -> None:
        if function == "push":
            pushed.set()
        else:
            arrived.release()
            free.wait(PATIENCE)

    deliveries = Deliveries(deliver)
    deliveries.begin()
    given(deliveries, "webhook", *range(2 * EACH))
    for _ in range(EACH):
        assert arrived.acquire(timeout=PATIENCE)
    assert not arrived.acquire(blocking=False)
    given(deliveries, "push", "a")
    assert pushed.wait(PATIENCE)
    free.set()
    for _ in range(EACH):
        assert arrived.acquire(timeout=PATIENCE)


def test_what_runs_and_what_waits_is_still_pending_for_the_snapshot() -> None:
    free, arrived = threading.Event(), threading.Semaphore(0)

    def deliver(_: str, __: int) -> None:
        arrived.release()
        free.wait(PATIENCE)

    deliveries = Deliveries(deliver)
    deliveries.begin()
    given(deliveries, "mail", *range(EACH + 3))
    for _ in range(EACH):
        assert arrived.acquire(timeout=PATIENCE)
    deliveries.pause()
    assert deliveries.pending == [("mail", number) for number in range(EACH + 3)]
    free.set()


def test_one_that_could_not_even_be_called_stays_and_holds_up_nobody() -> None:
    done = threading.Event()

    def deliver(_: str, event: str) -> None:
        if event == "broken":
            raise OSError
        done.set()

    deliveries = Deliveries(deliver)
    given(deliveries, "mail", *["broken"] * EACH, "good")
    deliveries.begin()
    assert done.wait(PATIENCE)
    assert ("mail", "broken") in deliveries.pending
