"""What a retired team had goes on to another, page by page."""

import json

import pytest
from helpdesk.capabilities.assignment.actions import dispatching as assignment
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.capabilities.levels.actions import correction
from helpdesk.capabilities.retirement import actions as retirement
from helpdesk.capabilities.retirement.rules import TeamInUseError
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.foundation.kernel.vocabulary import Level, Role, TeamId
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff

ALEX = an_agent("Alex", role=Role.ADMIN, teams=()).as_actor()
NIGHT = TeamId("night-desk")


def test_every_open_ticket_goes_on_and_what_is_solved_stays(memory_desk, monkeypatch):
    desk = memory_desk
    monkeypatch.setattr(assignment, "PAGE", 3)
    staff(desk, an_agent("Nina", teams=()), team=NIGHT)
    staff(desk, an_agent())
    opened = [open_ticket(desk) for _ in range(8)]
    for ticket in opened:
        correction.correct_routing(desk, Wish(ticket_id=ticket.id, by=ALEX), NIGHT, None, "It belongs there")
        assignment.assign(desk, ticket.id, NIGHT)
    tickets.move(desk, Wish(ticket_id=opened[0].id, by=ALEX), "solved")
    assignment.assign(desk, opened[0].id, NIGHT)
    desk.assignment.queue.take()
    retirement.retire(desk, ALEX, NIGHT, TeamId("service-desk"))
    errands = 0
    while bodies := desk.assignment.queue.take():
        for body in bodies:
            assert json.loads(body).keys() <= {"team", "cursor"}
            assignment.run(desk, Errand(**json.loads(body)))
            errands += 1
    assert errands > 1
    assert [desk.tickets.get(ticket.id).team for ticket in opened] == [NIGHT, *["service-desk"] * 7]
    assert not desk.assignment.boards.board(NIGHT).loads["nina"].held


def test_an_open_ticket_behind_many_that_are_solved_keeps_its_team(desk, monkeypatch):
    monkeypatch.setattr(retirement, "LOOKED_AT", 2)
    staff(desk, an_agent("Nina", teams=()), team=NIGHT)
    for _ in range(4):
        wish = Wish(ticket_id=open_ticket(desk).id, by=ALEX)
        correction.correct_routing(desk, wish, NIGHT, None, "It belongs there")
        tickets.move(desk, wish, "pending")
    *before, last = (card.id for card in desk.tickets.by_team(NIGHT, "live", None, 9).items)
    for ticket_id in before:
        tickets.move(desk, Wish(ticket_id=ticket_id, by=ALEX), "solved")
    assert [card.id for card in desk.tickets.by_team(NIGHT, "live", None, 9).items] == [*before, last]
    with pytest.raises(TeamInUseError, match=last):
        retirement.retire(desk, ALEX, NIGHT, None)


def test_what_is_said_of_a_team_meanwhile_stays(desk, monkeypatch):
    staff(desk, an_agent("Nina", teams=()), team=NIGHT)
    put = desk.staffing.put_team
    meanwhile = []

    def late(team):
        while meanwhile:
            put(meanwhile.pop())
        put(team)

    monkeypatch.setattr(desk.staffing, "put_team", late, raising=False)
    meanwhile.append(Team(id=NIGHT, name="Night", level=Level.L1, revision=1))
    team = retirement.retire(desk, ALEX, NIGHT, None).team
    assert (team.name, team.retired, team.revision) == ("Night", True, 2)
    meanwhile.append(replace(team, name="Late", revision=3))
    assert retirement.bring_back(desk, ALEX, NIGHT).team == Team(id=NIGHT, name="Late", level=Level.L1, revision=4)


def test_a_team_is_read_as_it_was_retired(desk):
    desk.staffing.put_team(Team(id="service-desk", name="Desk", level=Level.L1))
    (nina,) = staff(desk, an_agent("Nina", teams=()), team=NIGHT)
    board = retirement.retire(desk, ALEX, NIGHT, TeamId("service-desk"))
    assert (board.team.retired, board.team.successor, list(board.members)) == (True, "service-desk", [nina.id])
    ticket = open_ticket(desk)
    assert assignment.assign(desk, ticket.id, NIGHT).tickets == [ticket.id]
    assert retirement.bring_back(desk, ALEX, NIGHT).team == Team(id=NIGHT, name=NIGHT, level=Level.L1, revision=2)
