"""Dispatch: what assignment does with one ticket, given the board of a team. Doing it again does nothing again."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.assignment.rules import board as boards
from helpdesk.capabilities.assignment.rules.attendance import Out, absent, substitute
from helpdesk.capabilities.assignment.rules.board import Board, BoardChange, Need, Waiting, need_of, place_of, waits
from helpdesk.capabilities.assignment.rules.choice import Choice, choose, out_of, unable
from helpdesk.core.calendars.rules.hours import after_working_time, open_intervals
from helpdesk.core.record.assignment import (
    ABSENCE,
    LEFT,
    AssignmentReviewed,
    TicketAssigned,
    TicketHandedOver,
    TicketQueued,
)
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.substitution import StandIn
from helpdesk.core.staffing.rules.teams import Member
from helpdesk.core.tickets.rules.change import as_if
from helpdesk.foundation.kernel.vocabulary import PersonId

PASSING: Final = frozenset({Out.ABSENT, Out.OFF_SHIFT})


class Dispatched(Struct, frozen=True, kw_only=True):
    """Facts about the ticket and what they mean for the board, to be written together."""

    facts: list[Fact]
    change: BoardChange

    @property
    def is_empty(self) -> bool:
        return not self.facts and self.change.is_empty

    @property
    def only_queues(self) -> bool:
        """The ticket came into the line, which makes room for nobody behind it. Said for the first time: a worker that
        finds it said already does not know whether another died before it could give out the line.
        """
        return bool(self.facts and self.change.queued) and not self.change.loads


def step(board: Board, ticket: Ticket, now: datetime) -> Dispatched:
    """Let the board agree with the ticket; give it to somebody or into the line, or on to who stands in."""
    settled = boards.settle(board, ticket)
    after = board if settled.is_empty else board.after(settled)
    if waits(ticket, board.team.id):
        return _merged(settled, _placed(after, ticket, now))
    if ticket.assignee and ticket.team == board.team.id and not ticket.phase.is_finished:
        return _merged(settled, _stayed(after, ticket.assignee, ticket, now))
    return Dispatched(facts=[], change=settled)


def _merged(settled: BoardChange, found: Dispatched) -> Dispatched:
    return Dispatched(facts=found.facts, change=boards.merged(settled, found.change))


def _unchanged(board: Board) -> BoardChange:
    return BoardChange(team=board.team.id, version=board.version, clock=board.clock)


def next_up(board: Board, now: datetime) -> Waiting | None:
    """The first in line whom somebody can take."""
    return next(_servable(board, now), None)


def next_for(board: Board, person: PersonId, now: datetime) -> Iterator[Waiting]:
    """Those in line whom this person can take by hand: they need not be available, but able and not full."""
    member = board.members[person]
    return (waiting for waiting in board.line if not _refused(board, member, waiting.need, now))


def _refused(board: Board, member: Member, need: Need, now: datetime) -> bool:
    out = out_of(board, member, need, now)
    return bool(out) and out not in {Out.OFF_SHIFT, Out.BUSY, Out.AWAY, Out.OFFLINE}


def _servable(board: Board, now: datetime) -> Iterator[Waiting]:
    """Tickets that ask for the same have the same answer."""
    known: dict[tuple[object, ...], bool] = {}
    for waiting in board.line:
        need = waiting.need
        asked = (need.level, need.channel, need.language, need.skills, need.passed)
        if asked not in known:
            known[asked] = choose(board, need, now).person is not None
        if known[asked]:
            yield waiting


def _placed(board: Board, ticket: Ticket, now: datetime) -> Dispatched:
    first = next_up(board, now)
    if first and first.place < place_of(ticket):
        return _queued(board, ticket, Choice(person=None, reason="behind_others"), now)
    choice = choose(board, need_of(ticket), now)
    if choice.person is None:
        return _queued(board, ticket, choice, now)
    return give(board, ticket, choice, now)


def give(board: Board, ticket: Ticket, choice: Choice, now: datetime) -> Dispatched:
    """The person chosen gets the ticket."""
    member = board.members[PersonId(str(choice.person))]
    event = TicketAssigned(
        assignee=member.person,
        previous=ticket.assignee,
        reasons=(choice.reason,),
        candidates=choice.candidates,
        others=choice.others,
        respond_by=_respond_by(board, member, now),
        until=_until(board, member, now),
    )
    fact = Fact(event=event, personal=Personal(name=member.name))
    return Dispatched(facts=[fact], change=boards.given(board, member.person, ticket, now))


def taken(board: Board, ticket: Ticket, choice: Choice, now: datetime) -> Dispatched:
    """Taken by hand: assignment clears its place in line when it hears of it."""
    found = give(board, ticket, choice, now)
    return replace(found, change=replace(found.change, left=()))


def _queued(board: Board, ticket: Ticket, choice: Choice, now: datetime) -> Dispatched:
    """Said once: again only for another reason, or when it is to be looked at again."""
    again_at = _somebody_comes(board, need_of(ticket), now)
    change = boards.queued(board, ticket)
    if ticket.queue_reason == choice.reason and ticket.again_at == again_at:
        return Dispatched(facts=[], change=change)
    first = ticket.queue_reason is None
    event = TicketQueued(
        team=board.team.id,
        reason=choice.reason,
        candidates=choice.candidates,
        others=choice.others,
        again_at=again_at,
        alert_at=now + timedelta(seconds=board.team.alert_seconds) if first else None,
    )
    return Dispatched(facts=[Fact(event=event)], change=change)


def _somebody_comes(board: Board, need: Need, now: datetime) -> datetime | None:
    """When time alone brings somebody who could take it: the end of an absence or the begin of a shift."""
    known: dict[tuple[object, ...], datetime | None] = {}
    for member in board.members.values():
        if absent(board, member, now) in PASSING and not unable(member, need):
            key = (id(board.calendars.get(member.person)), member.availability.absences)
            if key not in known:
                known[key] = member.availability.changes_after(now)
    return min((instant for instant in known.values() if instant), default=None)


def _stayed(board: Board, person: PersonId, ticket: Ticket, now: datetime) -> Dispatched:
    """The owner keeps it as long as they are there; then a substitute, the next office or the line goes on."""
    owner = board.working(person)
    if owner is None:
        return _taken_back(board, ticket, StandIn(person=None, chain=(person,)), LEFT, now)
    why = absent(board, owner, now)
    if why is Out.ABSENT:
        return _to_stand_in(board, owner, ticket, now)
    if why is Out.OFF_SHIFT and board.team.next_office:
        return _to_next_office(board, ticket)
    until = _until(board, owner, now)
    if until is None or until == ticket.again_at:
        return Dispatched(facts=[], change=_unchanged(board))
    event = AssignmentReviewed(cause="owner_stays", again_at=until)
    return Dispatched(facts=[Fact(event=event)], change=_unchanged(board))


def _to_stand_in(board: Board, owner: Member, ticket: Ticket, now: datetime) -> Dispatched:
    found = substitute(board, owner.person, now)
    member = board.working(found.person) if found.person else None
    if member is None:
        return _taken_back(board, ticket, found, ABSENCE, now)
    event = _handed_over(ticket, found, ABSENCE, to=member.person, until=_until(board, member, now))
    name = Personal(name=member.name, body=event.summary)
    return Dispatched(facts=[Fact(event=event, personal=name)], change=boards.moved(board, ticket, member.person))


def _taken_back(board: Board, ticket: Ticket, found: StandIn, cause: str, now: datetime) -> Dispatched:
    """Nobody stands in: somebody else gets it, or it stands in line, by the same write that takes it away."""
    event = _handed_over(ticket, found, cause)
    fact = Fact(event=event, personal=Personal(body=event.summary))
    moved = boards.moved(board, ticket, None)
    placed = _placed(board if moved.is_empty else board.after(moved), as_if(ticket, fact, now), now)
    return Dispatched(facts=[fact, *placed.facts], change=boards.merged(moved, placed.change))


def _handed_over(
    ticket: Ticket, found: StandIn, cause: str, to: PersonId | None = None, until: datetime | None = None
) -> TicketHandedOver:
    return TicketHandedOver(
        assignee=to,
        previous=ticket.assignee,
        team=ticket.team,
        previous_team=ticket.team,
        cause=cause,
        chain=found.chain,
        until=until,
        **_brief(ticket),
    )


def _to_next_office(board: Board, ticket: Ticket) -> Dispatched:
    event = TicketHandedOver(
        previous=ticket.assignee,
        team=board.team.next_office or ticket.team,
        previous_team=ticket.team,
        cause="shift_end",
        **_brief(ticket),
    )
    return Dispatched(facts=[Fact(event=event)], change=boards.moved(board, ticket, None))


def _brief(ticket: Ticket) -> dict[str, Any]:
    """What whoever goes on needs to know: where it stands, what comes next, and until when."""
    stands = f"{ticket.priority.value} {ticket.kind.value}, {ticket.state} since {ticket.state_since:%Y-%m-%d %H:%MZ}"
    return {
        "summary": stands,
        "next_step": ticket.promise.next_clock or "",
        "deadline": ticket.promise.next_deadline,
    }


def _respond_by(board: Board, member: Member, now: datetime) -> datetime | None:
    """Owner timeouts run in the owner's working time."""
    if board.team.owner_seconds is None:
        return None
    work = timedelta(seconds=board.team.owner_seconds)
    calendar = board.calendars.get(member.person)
    return after_working_time(calendar, now, work) if calendar else now + work


def _until(board: Board, member: Member, now: datetime) -> datetime | None:
    """When the owner is not there any more: an absence begins, or the shift ends and another office goes on."""
    leaves = member.availability.leaves_after(now)
    calendar = board.calendars.get(member.person)
    if calendar is None or board.team.next_office is None:
        return leaves
    shift = next(iter(open_intervals(calendar, now, count=1)), None)
    return min((instant for instant in (leaves, shift.end if shift else None) if instant), default=None)
