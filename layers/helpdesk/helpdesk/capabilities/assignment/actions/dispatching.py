"""Assignment: which person of a team takes a ticket. Run behind a queue in order, one message of a team at a time.

It is the only writer of what people hold and of the line. Every write also holds on the version of the board and of
the ticket it was decided on, so that a second worker, a repeated message or a crash cannot give anything twice.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from msgspec import MsgspecError, Struct
from msgspec.structs import replace

from helpdesk.capabilities.assignment.rules import attendance, dispatch
from helpdesk.capabilities.assignment.rules.board import Board, Waiting, waits
from helpdesk.capabilities.assignment.rules.choice import Choice
from helpdesk.capabilities.assignment.rules.dispatch import Dispatched
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.capabilities.assignment.rules.wanted import ASSIGNMENT
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import ATTEMPTS, Outcome, circumstances
from helpdesk.core.tickets.rules.change import record
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.apart import each, tried
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId, TicketId

MOST_GIVEN: Final = 50

PAGE: Final = 25

LOOKED_THROUGH: Final = 2000


# What is wrong with one ticket, and will be when it is looked at again: all else is no matter of its own.
OF_ONE: Final = (NotFoundError, MsgspecError, LookupError, ValueError, TypeError, ArithmeticError, AttributeError)

Stuck = Mapping[TicketId, str]

NONE: Final[Stuck] = MappingProxyType({})


class Looked(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was looked at, and why some in line could not be given: those stay there, and hold up none behind them."""

    tickets: list[TicketId]
    stuck: dict[TicketId, str] = {}


def run(desk: Desk, errand: Errand) -> Looked:
    """Look at what the errand names, then give out the line; what was looked at."""
    if errand.person:
        return came_or_left(desk, errand.person, errand.team, errand.cursor)
    if errand.ticket_id:
        return assign(desk, errand.ticket_id, errand.team)
    return room_made(desk, errand.team, errand.cursor)


def assign(desk: Desk, ticket_id: TicketId, team: TeamId) -> Looked:
    """Look at a ticket again, then give out the line as long as somebody can take from it; what was looked at.

    A ticket that was taken, moved or finished meanwhile is left alone; without anybody it waits in line. One more in a
    long line that nobody can take from costs as much as the first: the line is not read through for it. What is wrong
    with the ticket is raised when the line is given out.
    """
    try:
        board, step = _dispatch(desk, ticket_id, team)
    except OF_ONE as error:
        _give_out(desk, _board(desk, team), stuck={ticket_id: type(error).__name__})
        raise
    given = _give_out(desk, board, at_most=0 if step.only_queues else LOOKED_THROUGH)
    return replace(given, tickets=[ticket_id, *given.tickets])


def came_or_left(desk: Desk, person: PersonId, team: TeamId, cursor: str | None = None) -> Looked:
    """What somebody may be given here changed, or whether they work here at all: what they have in the team is looked
    at, then the line is given out. A long list is a message for each of its pages.

    What is wrong with one of their tickets is raised in the end.
    """
    page = desk.tickets.by_assignee(person, "live", cursor, PAGE)
    if page.cursor:
        desk.assignment.queue.send(Errand(team=team, person=person, cursor=page.cursor), desk.new_id())
    held = [card.id for card in page.items if card.team == team and not card.phase.is_finished]
    looked, failed = tried(held, lambda ticket_id: (ticket_id, _dispatch(desk, ticket_id, team)[0]))
    board = looked[-1][1] if looked else _board(desk, team)
    given = _give_out(desk, board, stuck={ticket_id: type(error).__name__ for ticket_id, error in failed})
    if failed:
        raise failed[0][1]
    return replace(given, tickets=[*(ticket_id for ticket_id, _ in looked), *given.tickets])


def take_next(desk: Desk, by: Actor, team: TeamId) -> Outcome:
    """The first in line whom this person can take becomes theirs; NotFoundError when there is none."""
    roles.any_staff(by)
    person, failed = PersonId(by.id), dict[TicketId, Exception]()
    for _ in range(ATTEMPTS):
        board = desk.assignment.boards.board(team)
        if person not in board.members:
            raise NotFoundError("team of yours", team)
        for waiting in _takeable(desk, board, person):
            try:
                outcome = _taken(desk, by, board, waiting.need.ticket_id)
            except OF_ONE as error:
                failed[waiting.need.ticket_id] = error
                continue
            if outcome:
                return outcome
    raise next(iter(failed.values()), NotFoundError("waiting ticket for you in", team))


def _takeable(desk: Desk, board: Board, person: PersonId) -> Iterator[Waiting]:
    known = 0
    while True:
        yield from dispatch.next_for(replace(board, line=board.line[known:]), person, desk.clock.now())
        known = len(board.line)
        if not board.more or known >= LOOKED_THROUGH:
            return
        board = desk.assignment.boards.further(board)


def _taken(desk: Desk, by: Actor, board: Board, ticket_id: TicketId) -> Outcome | None:
    """Give it to whoever asks; None when it does not wait any more or somebody was faster."""
    board, ticket = desk.assignment.boards.look(board.team.id, ticket_id)
    if not waits(ticket, board.team.id):
        return None
    chosen = Choice(person=PersonId(by.id), reason="taken_next")
    try:
        # Its place in line is cleared by assignment, which looks at the ticket again.
        return _write(desk, ticket, dispatch.taken(board, ticket, chosen, desk.clock.now()), by, board)[1]
    except ConflictError:
        return None


def _give_out(desk: Desk, board: Board, *, at_most: int = LOOKED_THROUGH, stuck: Stuck = NONE) -> Looked:
    """The line, and before it what people have who are gone: nothing of theirs is left but what is found only now."""
    left = [ticket_id for ticket_id in attendance.stranded(board, desk.clock.now()) if ticket_id not in stuck][:PAGE]
    for ticket_id in left:
        board, stuck = _looked_at(desk, board, ticket_id, stuck)
    given = [ticket_id for ticket_id in left if ticket_id not in stuck]
    while len(given) + len(stuck) < MOST_GIVEN:
        board, waiting = _next_up(desk, board, at_most, stuck)
        if waiting is None:
            break
        ticket_id, before = waiting.need.ticket_id, board.version
        board, stuck = _looked_at(desk, board, ticket_id, stuck)
        if ticket_id in stuck:
            continue
        given.append(ticket_id)
        if board.version == before:
            break
    return Looked(tickets=given, stuck=dict(stuck))


def _looked_at(desk: Desk, board: Board, ticket_id: TicketId, stuck: Stuck) -> tuple[Board, Stuck]:
    """The board afterwards; when something is wrong with the ticket, it is one of those that are stuck."""
    try:
        return _dispatch(desk, ticket_id, board.team.id, stuck)[0], stuck
    except OF_ONE as error:
        return board, {**stuck, ticket_id: type(error).__name__}


def _past(board: Board, stuck: Stuck) -> Board:
    """As if those did not stand in line."""
    return replace(board, line=tuple(each for each in board.line if each.need.ticket_id not in stuck))


def _next_up(desk: Desk, board: Board, at_most: int, stuck: Stuck) -> tuple[Board, Waiting | None]:
    """The first whom somebody can take, also behind many whom nobody can. No more is read when `at_most` are known."""
    while True:
        waiting = dispatch.next_up(_past(board, stuck), desk.clock.now())
        if waiting or not board.more or len(board.line) >= at_most:
            return board, waiting
        board = desk.assignment.boards.further(board)


def _dispatch(desk: Desk, ticket_id: TicketId, team: TeamId, stuck: Stuck = NONE) -> tuple[Board, Dispatched]:
    """One ticket, decided and written; decided anew when somebody else wrote first."""
    for _ in range(ATTEMPTS):
        board, ticket = desk.assignment.boards.look(team, ticket_id)
        board = _told(desk, board)
        step = dispatch.step(_past(board, stuck), ticket, desk.clock.now())
        if step.is_empty:
            return board, step
        try:
            return _told(desk, _write(desk, ticket, step, ASSIGNMENT, board)[0]), step
        except ConflictError:
            continue
    raise ConflictError(f"{ticket_id} or the board of {team} is being changed by many at once.")


def _write(desk: Desk, ticket: Ticket, step: Dispatched, by: Actor, board: Board) -> tuple[Board, Outcome]:
    """Ticket and board in one transaction; ConflictError and nothing when either was written meanwhile."""
    outcome, moved = Outcome(ticket=ticket), board.concerning(step.change, desk.new_id())
    if step.facts:
        change = record(ticket.id, ticket, step.facts, circumstances(desk, by))
        saved = desk.tickets.save(change, along=[] if moved.is_empty else [moved])
        outcome = Outcome(ticket=saved, entries=change.entries)
    else:
        desk.assignment.boards.put(moved)
    if not moved.is_empty:
        board = board.after(moved)
        desk.assignment.boards.keep(board)
    return board, outcome


def _board(desk: Desk, team: TeamId) -> Board:
    return _told(desk, desk.assignment.boards.board(team))


def _told(desk: Desk, board: Board) -> Board:
    """Room that somebody has again is room in their other teams too, which are told. They are owed on the board until
    its next write: a worker that finds them there tells them once more, for one that may have died before it could.
    """
    if not board.owed:
        return board
    each(board.owed.items(), lambda owed: desk.assignment.queue.send(Errand(team=owed[0]), owed[1]))
    told = replace(board, owed={})
    desk.assignment.boards.keep(told)
    return told


def room_made(desk: Desk, team: TeamId, cursor: str | None = None) -> Looked:
    """Somebody has less to do in another team: the line is given out. Of a team that retired, all goes on to another; a
    long list is a message for each of its pages.
    """
    board = _board(desk, team)
    if not board.team.retired:
        return _give_out(desk, board)
    page = desk.tickets.by_team(team, "live", cursor, PAGE)
    if page.cursor:
        desk.assignment.queue.send(Errand(team=team, cursor=page.cursor), desk.new_id())
    held = [card.id for card in page.items if not card.phase.is_finished]
    looked, failed = tried(held, lambda ticket_id: (ticket_id, _dispatch(desk, ticket_id, team)))
    if failed:
        raise failed[0][1]
    return Looked(tickets=[ticket_id for ticket_id, _ in looked])
