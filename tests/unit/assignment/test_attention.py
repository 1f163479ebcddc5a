"""Time and people: who loses a ticket, who is told that it waits, and where it goes when its owner leaves."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.rules.wanted import concerns_assignment
from helpdesk.capabilities.timers.actions import ringing
from helpdesk.core.staffing.rules.availability import Absence, Availability
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message

TEAM = "service-desk"
BERLIN = {"timezone": "Europe/Berlin", "week": {day: [["08:00", "16:00"]] for day in ("mon", "tue")}}
NEW_YORK = {"timezone": "America/New_York", "week": {day: [["08:00", "16:00"]] for day in ("mon", "tue")}}


@pytest.fixture
def desk(memory_desk: Desk) -> Desk:
    return memory_desk


def a_team(desk, **terms):
    desk.staffing.put_team(Team(id=TEAM, name="Desk", level=Level.L1, **terms))


def ring_until(desk, ticket_id, over: Callable[[], bool]):
    """Let the timer ring at every wake until something holds; assignment hears of what it wrote."""
    for _ in range(20):
        if over():
            return
        wake = desk.tickets.get(ticket_id).promise.wake_at
        assert wake is not None
        desk.clock.set(max(wake, desk.clock.now()))
        before = desk.tickets.get(ticket_id).version
        ringing.ring(desk, ticket_id, wake)
        for entry in desk.tickets.entries(ticket_id):
            if entry.version > before and concerns_assignment(entry):
                for topic in entry.topics:
                    if topic.startswith("team:"):
                        assignment.assign(desk, ticket_id, topic.removeprefix("team:"))
    pytest.fail("It never came to that.")


def types(desk, ticket_id):
    return [entry.type for entry in desk.tickets.entries(ticket_id)]


def test_an_owner_who_does_nothing_loses_the_ticket_in_their_own_working_time(desk):
    ada, bob = staff(desk, an_agent(), an_agent("Bob"))
    a_team(desk, owner_seconds=2 * 3600)
    split = {"timezone": "Europe/Berlin", "week": {"mon": [["08:00", "11:00"], ["14:00", "18:00"]]}}
    desk.staffing.put_availability(ada, Availability(shift=split))
    desk.staffing.put_availability(bob, Availability(capacity=0))
    ticket = open_ticket(desk, impact="low", urgency="low")
    assignment.assign(desk, ticket.id, TEAM)
    given_at = desk.clock.now()
    desk.staffing.put_availability(bob, Availability())
    ring_until(desk, ticket.id, lambda: desk.tickets.get(ticket.id).assignee != "ada")
    # One hour before the break and one after it.
    assert desk.clock.now() == given_at + timedelta(hours=5)
    assert desk.tickets.get(ticket.id).assignee == "bob"
    assert desk.tickets.get(ticket.id).passed == ("ada",)


def test_an_owner_who_answers_keeps_it(desk):
    (ada,) = staff(desk, an_agent())
    a_team(desk, owner_seconds=3600)
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    assert desk.tickets.get(ticket.id).respond_by == desk.clock.now() + timedelta(hours=1)
    tickets.write(desk, Wish(ticket_id=ticket.id, by=ada.as_actor()), a_message())
    assert desk.tickets.get(ticket.id).respond_by is None


def test_a_ticket_nobody_takes_is_told_once(desk):
    staff(desk, a_requester("Ada", teams=(TEAM,)))
    a_team(desk, alert_seconds=600)
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    ring_until(desk, ticket.id, lambda: "TicketUnattended" in types(desk, ticket.id))
    assert desk.clock.now() == MONDAY_MORNING + timedelta(minutes=10)
    ring_until(desk, ticket.id, lambda: "ClockBreached" in types(desk, ticket.id))
    assert types(desk, ticket.id).count("TicketUnattended") == 1


def test_a_ticket_that_waits_for_a_shift_is_given_when_it_begins(desk):
    (ada,) = staff(desk, an_agent())
    desk.staffing.put_availability(ada, Availability(shift=NEW_YORK))
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    assert desk.tickets.get(ticket.id).queue_reason == "off_shift"
    ring_until(desk, ticket.id, lambda: desk.tickets.get(ticket.id).assignee == "ada")
    assert desk.clock.now() == MONDAY_MORNING.replace(hour=13)


def test_what_waits_for_the_absent_is_given_when_they_are_back(desk):
    (ada,) = staff(desk, an_agent())
    back = MONDAY_MORNING + timedelta(hours=3)
    desk.staffing.put_availability(ada, Availability(absences=(Absence(start=MONDAY_MORNING, end=back),)))
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    ring_until(desk, ticket.id, lambda: desk.tickets.get(ticket.id).assignee == "ada")
    assert desk.clock.now() == back


def test_an_absence_that_begins_later_hands_over_when_it_begins(desk):
    ada, _ = staff(desk, an_agent(), an_agent("Bob"))
    leaves = MONDAY_MORNING + timedelta(hours=2)
    absence = Absence(start=leaves, end=leaves + timedelta(days=9), substitute="bob")
    desk.staffing.put_availability(ada, Availability(absences=(absence,)))
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    ring_until(desk, ticket.id, lambda: desk.tickets.get(ticket.id).assignee == "bob")
    assert desk.clock.now() == leaves


def test_an_absence_planned_after_the_ticket_was_given_holds_too(desk):
    ada, bob = staff(desk, an_agent(), an_agent("Bob"))
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    leaves = MONDAY_MORNING + timedelta(hours=2)
    absence = Absence(start=leaves, end=leaves + timedelta(days=9), substitute=bob.id)
    desk.staffing.put_availability(ada, Availability(absences=(absence,)))
    assignment.came_or_left(desk, ada.id, TEAM)
    assert desk.tickets.get(ticket.id).again_at == leaves
    ring_until(desk, ticket.id, lambda: desk.tickets.get(ticket.id).assignee == "bob")
    assert desk.clock.now() == leaves


@pytest.mark.parametrize("substitute", [None, "eve"])
def test_whose_owner_is_away_and_has_nobody_for_it_is_a_colleagues_at_once(desk, substitute):
    """Eve is in another team, so she is none who could stand in."""
    ada, _ = staff(desk, an_agent(), an_agent("Bob"))
    staff(desk, an_agent("Eve"), team="new-york")
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    assert desk.tickets.get(ticket.id).assignee == ada.id
    away = Absence(start=desk.clock.now(), end=desk.clock.now() + timedelta(days=9), substitute=substitute)
    desk.staffing.put_availability(ada, Availability(absences=(away,)))
    assignment.came_or_left(desk, ada.id, TEAM)
    assert desk.tickets.get(ticket.id).assignee == "bob"


def test_whose_owner_is_away_and_nobody_is_there_stands_in_line(desk):
    (ada,) = staff(desk, an_agent())
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    away = Absence(start=desk.clock.now(), end=desk.clock.now() + timedelta(days=9))
    desk.staffing.put_availability(ada, Availability(absences=(away,)))
    assignment.came_or_left(desk, ada.id, TEAM)
    now = desk.tickets.get(ticket.id)
    assert (now.assignee, now.queue_reason) == (None, "absent")
    assert [each.need.ticket_id for each in desk.assignment.boards.board(TEAM).line] == [ticket.id]


def test_whose_owner_works_in_the_team_no_more_is_a_colleagues_once_it_is_looked_at(desk):
    ada, _ = staff(desk, an_agent(), an_agent("Bob"))
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    desk.staffing.put_team(Team(id=TEAM, name="Desk", level=Level.L1), leaving=[ada])
    assignment.assign(desk, ticket.id, TEAM)
    assert desk.tickets.get(ticket.id).assignee == "bob"
    handed = [entry.event for entry in desk.tickets.entries(ticket.id) if entry.type == "TicketHandedOver"][-1]
    assert (handed.cause, handed.previous) == ("left", ada.id)


def test_at_shift_end_the_next_office_goes_on(desk):
    (ada,) = staff(desk, an_agent())
    (nina,) = staff(desk, an_agent("Nina"), team="new-york")
    a_team(desk, next_office="new-york")
    desk.staffing.put_availability(ada, Availability(shift=BERLIN))
    ticket = open_ticket(desk, impact="low", urgency="low")
    assignment.assign(desk, ticket.id, TEAM)
    ring_until(desk, ticket.id, lambda: desk.tickets.get(ticket.id).team == "new-york")
    assert desk.clock.now() == MONDAY_MORNING.replace(hour=15)
    handed = [entry for entry in desk.tickets.entries(ticket.id) if entry.type == "TicketHandedOver"][-1]
    assert (handed.event.cause, handed.event.next_step) == ("shift_end", "first_response")
    assert handed.event.summary
    assignment.assign(desk, ticket.id, "new-york")
    assert desk.tickets.get(ticket.id).assignee == nina.id
    assert not desk.assignment.boards.board(TEAM).load("ada").held
