"""No mail holds up all others: whatever is in it, twice as much takes twice as long, or it is put aside at once."""

import gc
import time
from collections.abc import Iterator

import pytest
from helpdesk.channels.mail.rules.limits import UnparsableError
from helpdesk.channels.mail.rules.parsing import parsed

from tests.unit.mail.hostile import READ, REFUSED, Shape

TWICE = 2.8
NOISE = 0.01
TRIES = 30


def seconds(raw: bytes) -> float:
    begin = time.process_time()
    parsed(raw)
    return time.process_time() - begin


@pytest.fixture(scope="module", autouse=True)
def imported():
    """Libraries are imported when a mail needs them."""
    for name in ("lines", "lines of a page", "calendar", "report"):
        parsed(READ[name][0](2))


@pytest.fixture(autouse=True)
def uncollected() -> Iterator[None]:
    """What all tests before left on the heap is walked by the collector, and counts as no time of a mail."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("name", READ)
def test_time_grows_with_the_length_alone(name: str):
    shape, n = READ[name]
    once, twice = shape(n), shape(2 * n)
    best = (float("inf"), float("inf"))
    for _ in range(TRIES):  # a busy machine makes a measurement longer, never shorter
        best = min(best[0], seconds(once)), min(best[1], seconds(twice))
        if best[1] <= TWICE * best[0] + NOISE:
            return
    pytest.fail(f"{n} took {best[0]:.3f} s, {2 * n} took {best[1]:.3f} s")


@pytest.mark.parametrize(("shape", "n"), REFUSED.values(), ids=REFUSED)
def test_what_is_too_much_is_put_aside_at_once(shape: Shape, n: int):
    raw = shape(n)
    begin = time.process_time()
    with pytest.raises(UnparsableError):
        parsed(raw)
    assert time.process_time() - begin < 2
