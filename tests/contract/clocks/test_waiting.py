"""Where a ticket stands in line, and how long it will be, from the pace at which its team took the last ones."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.assignment import dynamodb as dynamodb_boards
from helpdesk.capabilities.assignment import memory as memory_boards
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.actions import line as assignment_line
from helpdesk.core.staffing.rules.availability import Availability, Presence, Status
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

TEAM = "service-desk"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def ada(desk):
    return staff(desk, an_agent())[0]


def waiting(desk, ada, given, line):
    """So many were given, ten minutes apart; then Ada has no room, and so many wait."""
    for _ in range(given):
        assignment.assign(desk, open_ticket(desk).id, TEAM)
        desk.clock.advance(10 * MINUTE)
    desk.staffing.put_availability(ada, Availability(capacity=0, revision=1))
    opened = []
    for _ in range(line):
        opened.append(open_ticket(desk))
        desk.clock.advance(timedelta(seconds=1))
        assignment.assign(desk, opened[-1].id, TEAM)
    return [assignment_line.place_in_line(desk, desk.tickets.get(ticket.id)) for ticket in opened]


def test_the_wait_is_those_in_front_at_the_teams_pace(desk, ada):
    places = waiting(desk, ada, given=4, line=3)
    assert [place.ahead for place in places] == [0, 1, 2]
    assert [round(place.expected_seconds / 60) for place in places] == [10, 20, 30]


def test_the_pace_grows_slower_while_nobody_is_given_anything(desk, ada):
    waiting(desk, ada, given=3, line=1)
    ticket = next(desk.tickets.get(each) for each in desk.tickets.ids() if desk.tickets.get(each).queue_reason)
    desk.clock.advance(60 * MINUTE)
    assert round(assignment_line.place_in_line(desk, ticket).expected_seconds / 60) == 30


def test_only_the_last_ten_make_the_pace(desk, ada):
    desk.staffing.put_availability(ada, Availability(capacity=50, revision=1))
    for number in range(14):
        assignment.assign(desk, open_ticket(desk).id, TEAM)
        desk.clock.advance(MINUTE if number >= 4 else 600 * MINUTE)
    board = desk.assignment.boards.board(TEAM)
    assert (len(board.given), board.given[-1] - board.given[0]) == (10, 9 * MINUTE)


@pytest.mark.parametrize("given", [0, 2])
def test_too_few_tell_nothing(desk, ada, given):
    (place,) = waiting(desk, ada, given, line=1)
    assert (place.ahead, place.expected_seconds) == (0, None)


def test_without_anybody_there_nothing_is_known(desk, ada):
    waiting(desk, ada, given=3, line=1)
    desk.assignment.boards.see(ada.id, [TEAM], Presence(status=Status.OFFLINE))
    ticket = next(desk.tickets.get(each) for each in desk.tickets.ids() if desk.tickets.get(each).queue_reason)
    assert assignment_line.place_in_line(desk, ticket).expected_seconds is None


def test_what_does_not_wait_has_no_place(desk, ada):
    ticket = open_ticket(desk)
    assignment.assign(desk, ticket.id, TEAM)
    assert assignment_line.place_in_line(desk, desk.tickets.get(ticket.id)) is None
    tickets.move(desk, Wish(ticket_id=ticket.id, by=ada.as_actor()), "solved")
    assert assignment_line.place_in_line(desk, desk.tickets.get(ticket.id)) is None


def test_a_very_long_line_is_counted_only_so_far(desk, ada, monkeypatch):
    for module in (memory_boards, dynamodb_boards):
        monkeypatch.setattr(module, "COUNTED_AHEAD", 2)
    assert [place.ahead for place in waiting(desk, ada, given=0, line=5)] == [0, 1, 2, 2, 2]
