"""A ring asks every capability: one that fails holds up nothing that others bring, and is raised when it is alone."""

from datetime import timedelta

import pytest
from helpdesk.assembly.hooks import ON_TICKETS
from helpdesk.capabilities.ladders.rules.ladder import Ladder, Ladders, due
from helpdesk.capabilities.ladders.rules.step import Action, ActionKind, Rung
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.capabilities.timers.hooks import STEPS
from helpdesk.core.record.clocks import ClockBreached
from helpdesk.core.record.ladders import Climb
from helpdesk.core.tickets.rules.hooks import Hooks
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.settings.versions import Versions
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff


class BadDayError(Exception):
    pass


def fails(*_):
    raise BadDayError


BREACHED = ["ClockWarned", "ClockBreached", "TicketEscalated"]


@pytest.fixture
def desk(memory_desk):
    staff(memory_desk, an_agent())
    return memory_desk


@pytest.fixture
def ticket(desk):
    """One whose deadline has come."""
    found = open_ticket(desk)
    desk.clock.set(found.promise.wake_at)
    ringing.ring(desk, found.id)
    desk.clock.set(found.promise.next_deadline)
    return found


def happened(desk, ticket):
    return [entry.type for entry in desk.tickets.entries(ticket.id)][1:]


def broken_beside(desk, place, **hooks):
    others = list(ON_TICKETS)
    others.insert(place, Hooks(**hooks))
    return replace(desk, hooks=lambda: others)


@pytest.mark.parametrize("place", [0, 2, len(ON_TICKETS)])
def test_what_others_bring_happens_and_then_the_failure_is_raised(desk, ticket, place):
    """Nothing is written for it, however often the platform tries."""
    bad = broken_beside(desk, place, due=fails, wakes=lambda _: [ticket.promise.next_deadline])
    ringing.ring(bad, ticket.id)
    assert happened(desk, ticket) == BREACHED
    for _ in range(3):
        with pytest.raises(BadDayError):
            ringing.ring(bad, ticket.id)
    assert happened(desk, ticket) == BREACHED


def test_what_it_would_have_brought_happens_when_it_can_again(desk, ticket):
    broken = replace(desk, hooks=lambda: [replace(each, due=fails) if each is STEPS else each for each in ON_TICKETS])
    with pytest.raises(BadDayError):
        ringing.ring(broken, ticket.id)
    assert happened(desk, ticket) == BREACHED[:1]
    ringing.ring(desk, ticket.id)
    assert happened(desk, ticket) == BREACHED


def test_a_fact_and_what_it_begins_are_written_together_or_not_at_all(desk, ticket):
    """What a breach begins, it begins at no other time."""

    def stepped(moment, fact):
        return fails() if isinstance(fact.event, ClockBreached) else []

    with pytest.raises(BadDayError):
        ringing.ring(broken_beside(desk, 1, stepped=stepped), ticket.id)
    assert happened(desk, ticket) == BREACHED[:1]
    ringing.ring(desk, ticket.id)
    assert happened(desk, ticket) == BREACHED


@pytest.mark.parametrize("hook", ["follows", "wakes"])
def test_what_follows_from_a_change_is_written_whole_or_not_at_all(desk, ticket, hook):
    with pytest.raises(BadDayError):
        ringing.ring(broken_beside(desk, 1, **{hook: fails}), ticket.id)
    assert happened(desk, ticket) == BREACHED[:1]


NOTIFY = Action(kind=ActionKind.NOTIFY, value="on_call")


def a_ladder(name, calendar=""):
    rungs = (Rung(after=timedelta(0), calendar=calendar, actions=(NOTIFY,)), Rung(after=timedelta(hours=1), actions=()))
    return Ladder(id=name, conditions={}, rungs=rungs)


def ladders(*known):
    return Ladders(versions=Versions({each.ref: each for each in known}), calendars={})


def steps(desk, ticket, known, *climbs):
    now = desk.clock.now()
    found = [Climb(key=f"{name}@1:created", next_at=now) for name in climbs]
    return [fact.event.ladder for fact in due(ticket, found, known, desk.settings.of(TERMS), now)]


@pytest.mark.parametrize("climbs", [("gone", "good"), ("good", "gone")])
def test_a_ladder_that_is_gone_keeps_no_other_from_its_step(desk, ticket, climbs):
    assert steps(desk, ticket, ladders(a_ladder("good")), *climbs) == ["good@1"]


def test_left_alone_it_is_raised(desk, ticket):
    with pytest.raises(KeyError, match="gone"):
        steps(desk, ticket, ladders(a_ladder("good")), "gone")


def test_a_step_whose_calendar_is_gone_is_due_in_plain_time(desk, ticket):
    """Rather told by night than never."""
    known = ladders(a_ladder("night", calendar="gone"))
    assert known.due_at(known.versions["night@1"], 0, desk.clock.now()) == desk.clock.now()
