"""Waiting for somebody outside: their promise runs while ours rests, and is over when the ticket comes back."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.clocks.rules.summary import ledger_of
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.clocks.settings.policy_file import parse_policy
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.settings.versions import Versions

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

ADA = an_agent()
HOUR = timedelta(hours=1)
UNDERPINNED = {
    **POLICIES.first[0]["targets"],
    "underpinning": {"*": {"*": {"seconds": 7200}}, "acme": {"*": {"seconds": 3600}}},
}


@pytest.fixture
def desk(memory_desk):
    staff(memory_desk, ADA)
    policy = parse_policy({**POLICIES.first[0], "targets": UNDERPINNED}, CALENDARS.at_first())
    memory_desk.settings.let(POLICIES, Versions({"standard@1": policy}, ["standard@1"]))
    return memory_desk


@pytest.fixture
def ticket(desk):
    return open_ticket(desk)


def move(desk, ticket, state, **more):
    return tickets.move(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), state, **more).ticket


def vendors_clocks(desk, ticket):
    ledger = ledger_of(desk.tickets.get(ticket.id), book_of(desk.settings), desk.clock.now())
    return [
        (clock.clock.removeprefix("underpinning_"), clock.state.value, clock.elapsed)
        for clock in ledger.clocks
        if clock.clock.startswith("underpinning_")
    ]


def test_a_vendor_s_clock_runs_while_ours_rest(desk, ticket):
    waiting = move(desk, ticket, "on_hold", vendor="acme")
    assert (waiting.vendor, waiting.promise.waiting) == ("acme", True)
    assert waiting.promise.next_deadline == desk.clock.now() + HOUR
    desk.clock.advance(HOUR / 2)
    back = move(desk, ticket, "open")
    assert (back.vendor, vendors_clocks(desk, ticket)) == (None, [("acme", "met", HOUR / 2)])


def test_a_vendor_who_is_late_is_told_of_as_a_breach(desk, ticket):
    move(desk, ticket, "on_hold", vendor="acme")
    desk.clock.advance(HOUR)
    ringing.ring(desk, ticket.id)
    entries = desk.tickets.entries(ticket.id)
    assert [entry.event.clock for entry in entries if entry.type == "ClockBreached"] == ["underpinning_acme"]


def test_handed_from_one_vendor_to_another_each_has_a_clock(desk, ticket):
    move(desk, ticket, "on_hold", vendor="acme")
    desk.clock.advance(HOUR / 2)
    assert move(desk, ticket, "on_hold", vendor="other").vendor == "other"
    again = move(desk, ticket, "on_hold", vendor="other")
    assert again.version == desk.tickets.get(ticket.id).version
    desk.clock.advance(HOUR / 2)
    assert vendors_clocks(desk, ticket) == [("acme", "met", HOUR / 2), ("other", "running", HOUR / 2)]


def test_a_vendor_is_waited_for_no_longer_while_the_hold_goes_on(desk, ticket):
    until = desk.clock.now() + 48 * HOUR
    move(desk, ticket, "on_hold", vendor="acme", until=until)
    desk.clock.advance(HOUR / 2)
    waiting = move(desk, ticket, "on_hold", vendor="")
    assert (waiting.state, waiting.vendor, waiting.until) == ("on_hold", None, until)
    assert vendors_clocks(desk, ticket) == [("acme", "met", HOUR / 2)]
    assert move(desk, ticket, "on_hold", vendor="").version == waiting.version


@pytest.mark.parametrize("state", ["solved", "pending", "cancelled"])
def test_whatever_takes_it_off_hold_ends_the_waiting(desk, ticket, state):
    move(desk, ticket, "on_hold", vendor="acme")
    desk.clock.advance(HOUR / 2)
    assert move(desk, ticket, state, reason="Over").vendor is None
    assert [clock[1] for clock in vendors_clocks(desk, ticket)] == ["met"]


def test_on_hold_without_a_vendor_waits_for_nobody_outside(desk, ticket):
    assert move(desk, ticket, "on_hold").vendor is None
    assert vendors_clocks(desk, ticket) == []


@pytest.mark.parametrize("state", ["open", "pending", "solved"])
def test_only_a_ticket_on_hold_waits_for_a_vendor(desk, ticket, state):
    with pytest.raises(InvalidError, match="vendor"):
        move(desk, ticket, state, vendor="acme")
