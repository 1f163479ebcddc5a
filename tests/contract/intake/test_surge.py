"""A surge: what floods one channel costs the others no person's room, no place in line and no time of assignment."""

import pytest
from helpdesk.capabilities.assignment import dynamodb as dynamodb_boards
from helpdesk.capabilities.assignment import memory as memory_boards
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.vocabulary import Channel

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

TEAM = "service-desk"


@pytest.fixture
def ada(desk, monkeypatch):
    """One agent, who has at most two of their four tickets from the form; three places of the line are read at once."""
    for module in (memory_boards, dynamodb_boards):
        monkeypatch.setattr(module, "SEEN_OF_LINE", 3)
    (ada,) = staff(desk, an_agent())
    desk.staffing.put_availability(ada, Availability(capacity=4, channels={Channel.WEB: 2}))
    return ada


def came_in(desk, channel, **more):
    ticket = open_ticket(desk, channel=channel, **more)
    assignment.assign(desk, ticket.id, TEAM)
    return ticket.id


def owner(desk, ticket_id):
    return desk.tickets.get(ticket_id).assignee


def test_who_calls_has_somebody_at_once_while_the_form_is_flooded(desk, ada):
    flood = [came_in(desk, Channel.WEB, impact="high", urgency="high") for _ in range(10)]
    assert [owner(desk, each) for each in flood] == ["ada"] * 2 + [None] * 8
    assert [owner(desk, came_in(desk, Channel.PHONE)) for _ in range(3)] == ["ada", "ada", None]


def test_who_waits_behind_a_flood_is_next_when_there_is_room_for_them(desk, ada):
    for _ in range(2):
        came_in(desk, Channel.WEB)
    first, _ = (came_in(desk, Channel.PHONE) for _ in range(2))
    flood = [came_in(desk, Channel.WEB, impact="high", urgency="high") for _ in range(8)]
    late = came_in(desk, Channel.PHONE)
    assert owner(desk, late) is None
    tickets.move(desk, Wish(ticket_id=first, by=ada.as_actor()), "solved")
    assignment.assign(desk, first, TEAM)
    assert owner(desk, late) == "ada"
    assert {owner(desk, each) for each in flood} == {None}


@pytest.mark.parametrize("waiting", [1, 12])
def test_one_more_of_a_flood_costs_the_same_however_many_wait(aws, aws_desk, monkeypatch, waiting):
    monkeypatch.setattr(dynamodb_boards, "SEEN_OF_LINE", 3)
    (ada,) = staff(aws_desk, an_agent())
    aws_desk.staffing.put_availability(ada, Availability(channels={Channel.WEB: 0}))
    for _ in range(waiting):
        came_in(aws_desk, Channel.WEB)
    last = open_ticket(aws_desk)
    aws_desk.assignment.boards._kept.clear()  # another worker than the one that saw them come
    aws_desk.assignment.boards.board(TEAM)
    with aws.watching() as made:
        assignment.assign(aws_desk, last.id, TEAM)
    assert made == ["dynamodb:BatchGetItem", "dynamodb:TransactWriteItems"]
