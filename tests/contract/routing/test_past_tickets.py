"""Rules tried on past tickets: the newest are found wherever they are, and nothing is written."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.routing.actions import trials as past_tickets
from helpdesk.capabilities.routing.actions.trials import Window, try_on_past
from helpdesk.capabilities.routing.rules.rule import Actions, Conditions, Rule
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

LEA = an_agent("Lea", role=Role.LEAD)
PRINTERS = Rule(name="printers", when=Conditions(words=("smokes",)), then=Actions(category="hardware", tags=("hot",)))
DAY = timedelta(days=1)


@pytest.fixture
def opened(desk):
    """Eight tickets, ten days apart; every other one was cancelled at once."""
    staff(desk, LEA)
    made = []
    for number in range(8):
        made.append(open_ticket(desk, subject=f"No. {number}", description="It smokes." if number % 2 else "Odd."))
        if number % 2:
            tickets.move(desk, Wish(ticket_id=made[-1].id, by=LEA.as_actor()), "cancelled", "Twice")
        desk.clock.advance(10 * DAY)
    return made


def run(desk, rules=(PRINTERS,), **window):
    return try_on_past(desk, LEA.as_actor(), Window(**window), rules)


def numbers(found):
    return [int(each.subject[-1]) for each in found.runs]


@pytest.mark.parametrize("last", [1, 3, 8, 200])
def test_the_newest_are_tried_open_or_closed(desk, opened, last):
    found = run(desk, last=last)
    assert (numbers(found), found.complete) == ([7, 6, 5, 4, 3, 2, 1, 0][:last], True)


def test_a_span_of_time_is_tried(desk, opened):
    start, end = opened[2].created_at, opened[5].created_at
    assert numbers(run(desk, start=start, end=end)) == [4, 3, 2]


def test_each_says_what_would_be_different(desk, opened):
    fifth, fourth = run(desk, start=opened[4].created_at, end=opened[6].created_at).runs
    assert (fifth.matched, fifth.matched_at_first) == (("printers",), ())
    assert {each.field: (each.was, each.would) for each in fifth.differences} == {
        "category": (None, "hardware"),
        "tags": ("", "hot"),
    }
    assert (fourth.matched, fourth.differences) == ((), ())


def test_the_rules_that_hold_change_nothing(desk, opened):
    assert not any(each.differences for each in run(desk, rules=None).runs)


def test_nothing_is_written(desk, opened):
    before = [desk.tickets.get(ticket.id) for ticket in opened]
    run(desk)
    assert [desk.tickets.get(ticket.id) for ticket in opened] == before


def test_it_reads_only_so_much(desk, opened, monkeypatch):
    monkeypatch.setattr(past_tickets, "LIST_REQUESTS", 2)
    assert not run(desk).complete
