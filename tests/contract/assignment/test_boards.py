"""Boards of the teams: loads and the line are written once, on the board they were decided on."""

import pytest
from helpdesk.capabilities.assignment.rules.board import BoardChange, Load, Waiting, need_of, place_of
from helpdesk.core.staffing.rules.availability import Availability, Link, Presence, Status
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_change

TEAM = "service-desk"


def a_write(version=0, **more):
    return BoardChange(**{"team": TEAM, "version": version, "clock": 7} | more)


def a_load(person="ada", **more):
    held = {"HD-80000001": Channel.CHAT, "HD-80000002": Channel.WEB}
    return Load(**{"person": person, "held": held, "share": 3, "turn": 2, "given_at": MONDAY_MORNING} | more)


def a_place(desk, **draft):
    ticket = open_ticket(desk, **draft)
    return Waiting(place=place_of(ticket), need=need_of(ticket))


def test_a_team_nobody_works_in_has_an_empty_board(desk):
    board = desk.assignment.boards.board("nowhere")
    assert (board.team.id, board.version, board.members, board.loads, board.line) == ("nowhere", 0, {}, {}, ())


def test_a_board_shows_the_team_and_its_members(desk):
    staff(desk, an_agent(), an_agent("Bob"))
    board = desk.assignment.boards.board(TEAM)
    assert (board.team.id, list(board.members)) == (TEAM, ["ada", "bob"])


def test_what_is_written_is_read(desk):
    # Places of one instant stand in the order of their ids, which are random.
    first, second = sorted((a_place(desk), a_place(desk, subject="Another")), key=lambda waiting: waiting.place)
    desk.assignment.boards.put(a_write(loads=(a_load(),), queued=(second, first)))
    board = desk.assignment.boards.board(TEAM)
    assert (board.version, board.clock, board.line) == (1, 7, (first, second))
    assert board.loads == {"ada": a_load()}


def test_a_place_is_left(desk):
    first, second = a_place(desk), a_place(desk, subject="Another")
    desk.assignment.boards.put(a_write(queued=(first, second)))
    desk.assignment.boards.put(a_write(1, left=(first.place,)))
    assert desk.assignment.boards.board(TEAM).line == (second,)


@pytest.mark.parametrize("version", [0, 2])
def test_nothing_is_written_on_another_version_of_the_board(desk, version):
    desk.assignment.boards.put(a_write())
    with pytest.raises(ConflictError):
        desk.assignment.boards.put(a_write(version, loads=(a_load(),)))
    assert desk.assignment.boards.board(TEAM).loads == {}


def test_a_ticket_and_a_board_are_written_together_or_not_at_all(desk):
    change = a_change()
    desk.tickets.save(change, along=[a_write(loads=(a_load(),))])
    with pytest.raises(ConflictError):
        desk.tickets.save(change, along=[a_write(1, loads=(a_load("bob"),))])
    refused = a_change()
    with pytest.raises(ConflictError):
        desk.tickets.save(refused, along=[a_write(0, loads=(a_load("bob"),))])
    with pytest.raises(NotFoundError):
        desk.tickets.get(refused.after.id)
    assert list(desk.assignment.boards.board(TEAM).loads) == ["ada"]


def test_a_look_has_the_ticket_too(desk):
    ticket = open_ticket(desk)
    board, found = desk.assignment.boards.look(TEAM, ticket.id)
    assert (board.team.id, found) == (TEAM, ticket)
    with pytest.raises(NotFoundError):
        desk.assignment.boards.look(TEAM, "HD-8NOTHERE")


def test_a_kept_board_is_never_older_than_the_look(desk):
    """Whatever moved since: a load, the roster, or somebody's status."""
    staff(desk, an_agent())
    desk.assignment.boards.keep(desk.assignment.boards.board(TEAM))
    desk.assignment.boards.put(a_write(loads=(a_load(),)))
    assert desk.assignment.boards.board(TEAM).loads == {"ada": a_load()}
    desk.staffing.put_availability(an_agent(), Availability(capacity=3))
    assert desk.assignment.boards.board(TEAM).members["ada"].availability.capacity == 3
    desk.assignment.boards.see("ada", [TEAM], Presence(status=Status.AWAY, seen_at=MONDAY_MORNING))
    board = desk.assignment.boards.board(TEAM)
    assert board.presences == {"ada": Presence(status=Status.AWAY, seen_at=MONDAY_MORNING)}
    assert (board.loads, board.version) == ({"ada": a_load()}, 2)


def test_who_is_owed_a_word_stays_on_the_board_until_its_next_write_or_for_a_worker_until_it_was_told(desk):
    desk.assignment.boards.put(a_write(owed={"night-desk": "m1"}))
    board = desk.assignment.boards.board(TEAM)
    assert board.owed == {"night-desk": "m1"}
    desk.assignment.boards.keep(replace(board, owed={}))
    assert desk.assignment.boards.board(TEAM).owed == {}
    desk.assignment.boards.see("ada", [TEAM], Presence(status=Status.BUSY))
    assert desk.assignment.boards.board(TEAM).owed == {"night-desk": "m1"}
    desk.assignment.boards.put(a_write(2))
    assert desk.assignment.boards.board(TEAM).owed == {}


def test_a_status_is_not_overwritten_by_a_load(desk):
    desk.assignment.boards.see("ada", [TEAM], Presence(status=Status.BUSY))
    desk.assignment.boards.put(a_write(1, loads=(a_load(),)))
    assert desk.assignment.boards.board(TEAM).presence("ada").status is Status.BUSY


def test_a_ticket_knows_how_many_stand_before_it(desk):
    places = sorted((a_place(desk, subject=str(number)) for number in range(5)), key=lambda waiting: waiting.place)
    desk.assignment.boards.put(a_write(queued=tuple(places)))
    assert [desk.assignment.boards.ahead(TEAM, waiting.place) for waiting in places] == [0, 1, 2, 3, 4]


def test_a_board_shows_the_first_hundred_in_line_and_that_it_goes_on(desk):
    place = a_place(desk)
    many = [replace(place, place=f"P3#{number:04d}") for number in range(120)]
    desk.assignment.boards.put(a_write(queued=tuple(many[:90])))
    assert not desk.assignment.boards.board(TEAM).more
    desk.assignment.boards.put(a_write(1, queued=tuple(many[90:])))
    board = desk.assignment.boards.board(TEAM)
    assert (board.line, board.more) == (tuple(many[:100]), True)


def test_the_line_is_read_on_before_its_known_part_ends(aws_desk):
    place = a_place(aws_desk)
    many = [replace(place, place=f"P3#{number:04d}") for number in range(120)]
    aws_desk.assignment.boards.put(a_write(queued=tuple(many[:90])))
    aws_desk.assignment.boards.put(a_write(1, queued=tuple(many[90:])))
    board = aws_desk.assignment.boards.board(TEAM)
    change = a_write(2, left=tuple(waiting.place for waiting in many[:60]))
    aws_desk.assignment.boards.put(change)
    aws_desk.assignment.boards.keep(board.after(change))
    assert aws_desk.assignment.boards.board(TEAM).line == tuple(many[60:])


def test_connections_and_the_status_by_hand_leave_each_other_alone(desk):
    link = Link(open=True, at=MONDAY_MORNING)
    desk.assignment.boards.see("ada", [TEAM], Presence(status=Status.BUSY))
    desk.assignment.boards.link("ada", [TEAM, "elsewhere"], link)
    assert desk.assignment.boards.presence("ada", TEAM) == Presence(status=Status.BUSY, link=link)
    desk.assignment.boards.see("ada", [TEAM], Presence(status=Status.AWAY))
    assert desk.assignment.boards.board(TEAM).presence("ada") == Presence(status=Status.AWAY, link=link)
    assert desk.assignment.boards.presence("ada", "elsewhere") == Presence(link=link)
    assert desk.assignment.boards.presence("bob", TEAM) == Presence()


def test_a_glance_shows_what_the_board_does_but_its_line(desk):
    ada = an_agent(teams=(TEAM, "night-desk"))
    staff(desk, ada, team="night-desk")
    staff(desk, ada, an_agent("Bob"))
    desk.assignment.boards.see("bob", [TEAM], Presence(status=Status.BUSY))
    given = (MONDAY_MORNING,)
    desk.assignment.boards.put(a_write(1, loads=(a_load(),), queued=(a_place(desk),), given=given))
    desk.assignment.boards.put(a_write(team="night-desk", loads=(a_load(held={"HD-80000009": Channel.WEB}),)))
    board = desk.assignment.boards.board(TEAM)
    assert (len(board.line), len(board.elsewhere["ada"])) == (1, 1)
    assert desk.assignment.boards.glance(TEAM) == replace(board, line=(), elsewhere={})


def test_a_glance_at_a_team_nobody_works_in_is_its_empty_board(desk):
    assert desk.assignment.boards.glance("nowhere") == desk.assignment.boards.board("nowhere")


def test_what_somebody_has_in_several_teams_is_told_together(desk):
    desk.assignment.boards.put(a_write(loads=(a_load(),)))
    desk.assignment.boards.put(a_write(team="night-desk", loads=(a_load(held={"HD-80000009": Channel.WEB}),)))
    held = desk.assignment.boards.held([("ada", TEAM), ("ada", "night-desk"), ("bob", TEAM)])
    assert {person: set(tickets) for person, tickets in held.items() if tickets} == {
        "ada": {"HD-80000001", "HD-80000002", "HD-80000009"},
    }
