"""How often a system that does not answer is called."""

from datetime import timedelta
from itertools import pairwise

from helpdesk.channels.webhooks.rules import LONGEST, SHORTEST, TRIED_FOR, next_try
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st

TOOK = st.lists(st.integers(0, 90), min_size=200, max_size=200)


def tries(took):
    """When it is called, if each call takes so many seconds."""
    found, now = [], MONDAY_MORNING
    for seconds in took:
        now += timedelta(seconds=seconds)
        at = next_try(MONDAY_MORNING, now)
        if at is None:
            return found
        found.append(at)
        now = at
    raise AssertionError("It never ends")


def test_the_waits_grow_from_a_minute_to_four_hours():
    minutes = [(at - MONDAY_MORNING) / timedelta(minutes=1) for at in tries([0] * 200)]
    assert minutes == [1, 2, 4, 8, 16, 32, 64, 128, 256, 496, 736, 976, 1216, 1440]


@given(TOOK)
def test_however_long_calls_take_it_is_tried_for_a_day_and_ends(took):
    found = tries(took)
    assert MONDAY_MORNING + TRIED_FOR - LONGEST <= found[-1] <= MONDAY_MORNING + TRIED_FOR
    assert all(timedelta() < after - before <= LONGEST + timedelta(minutes=2) for before, after in pairwise(found))
    assert len(found) <= 15
    assert found[0] - MONDAY_MORNING >= SHORTEST
