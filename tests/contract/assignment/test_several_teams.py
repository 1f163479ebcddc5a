"""People who work in several teams: their capacity is one, whichever team decides first."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.actions import teams as staffing
from helpdesk.capabilities.levels.actions.correction import correct_routing
from helpdesk.core.staffing.rules.availability import Availability, Link, Presence, Status
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import Channel, Level, Role

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

DESK, NIGHT = "service-desk", "night-desk"
LEA = an_agent("Lea", role=Role.LEAD)


@pytest.fixture
def ada(desk):
    """Works in two teams and takes three tickets, one of them by chat."""
    staff(desk, an_agent("Ada", teams=()), team="elsewhere")
    for team in (DESK, NIGHT):
        staffing.put_team(desk, LEA.as_actor(), Team(id=team, name=team, level=Level.L1), ["ada"], 0)
    can = Availability(capacity=3, channels={Channel.CHAT: 1}, revision=1)
    desk.staffing.put_availability(desk.directory.person("ada"), can)
    return desk.directory.person("ada")


def arrive(desk, count, team, **draft):
    opened = []
    for _ in range(count):
        ticket = open_ticket(desk, **draft)
        if team != DESK:
            ticket = correct_routing(desk, Wish(ticket_id=ticket.id, by=LEA.as_actor()), team, None, "Night").ticket
        opened.append(ticket)
        desk.clock.advance(timedelta(seconds=1))
    return opened


def given(desk, opened):
    return [ticket.id for ticket in opened if desk.tickets.get(ticket.id).assignee == "ada"]


def test_teams_know_where_else_somebody_works(desk, ada):
    assert desk.assignment.boards.board(DESK).members["ada"].also == (NIGHT,)
    staffing.put_team(desk, LEA.as_actor(), Team(id=NIGHT, name=NIGHT, level=Level.L1), [], 1)
    assert desk.assignment.boards.board(DESK).members["ada"].also == ()


def test_what_they_have_in_one_team_counts_in_the_other(desk, ada):
    day, night = arrive(desk, 2, DESK), arrive(desk, 3, NIGHT)
    for ticket in day + night:
        assignment.assign(desk, ticket.id, ticket.team)
    assert given(desk, day + night) == [ticket.id for ticket in (*day, night[0])]
    assert desk.tickets.get(night[1].id).queue_reason == "full"


def test_so_does_the_channel(desk, ada):
    (day,), (night,) = (arrive(desk, 1, team, channel=Channel.CHAT) for team in (DESK, NIGHT))
    for ticket in (day, night):
        assignment.assign(desk, ticket.id, ticket.team)
    assert desk.tickets.get(night.id).queue_reason == "channel_full"


def test_two_teams_that_decide_at_once_do_not_give_too_much(desk, ada):
    opened = [*arrive(desk, 4, DESK), *arrive(desk, 4, NIGHT)]

    def deliver(ticket):
        while True:
            try:
                return assignment.assign(desk, ticket.id, ticket.team)
            except ConflictError:
                continue

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(deliver, [*opened[::2], *opened[1::2]]))
    assert len(given(desk, opened)) == 3


def test_room_made_in_one_team_is_told_to_the_other(memory_desk):
    desk = memory_desk
    staff(desk, an_agent("Ada", teams=()), team="elsewhere")
    for team in (DESK, NIGHT):
        staffing.put_team(desk, LEA.as_actor(), Team(id=team, name=team, level=Level.L1), ["ada"], 0)
    desk.staffing.put_availability(desk.directory.person("ada"), Availability(capacity=1, revision=1))
    (day,), (night,) = arrive(desk, 1, DESK), arrive(desk, 1, NIGHT)
    for ticket in (day, night):
        assignment.assign(desk, ticket.id, ticket.team)
    desk.assignment.queue.take()
    tickets.move(desk, Wish(ticket_id=day.id, by=LEA.as_actor()), "solved")
    assignment.assign(desk, day.id, DESK)
    (message,) = [json.loads(body) for body in desk.assignment.queue.take()]
    assert message == {"team": NIGHT}
    assert assignment.room_made(desk, NIGHT).tickets == [night.id]
    assert desk.tickets.get(night.id).assignee == "ada"


def test_who_is_busy_is_busy_in_a_team_they_join(desk, ada):
    link = Link(open=True, at=desk.clock.now())
    desk.assignment.boards.see(ada.id, [DESK, NIGHT], Presence(status=Status.BUSY, seen_at=desk.clock.now()))
    desk.assignment.boards.link(ada.id, [DESK, NIGHT], link)
    board = staffing.put_team(desk, LEA.as_actor(), Team(id="third", name="Third", level=Level.L1), ["ada"], 0)
    assert board.presence("ada") == Presence(status=Status.BUSY, seen_at=desk.clock.now(), link=link)
