"""Team now: who is there, how much each of them has, and what waits, over several teams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.capabilities.assignment.rules.attendance import Out, absent, expected_seconds
from helpdesk.capabilities.assignment.rules.board import WORKED, Board
from helpdesk.core.calendars.rules.hours import OpenInterval, open_intervals
from helpdesk.foundation.kernel.vocabulary import Channel, PersonId, TeamId, TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.calendars.rules.calendar import Calendar
    from helpdesk.core.staffing.rules.availability import Absence, Status
    from helpdesk.core.staffing.rules.teams import Member, Team
    from helpdesk.core.tickets.rules.listing import Card

SOON: Final = timedelta(hours=2)

AROUND: Final = timedelta(days=1)
"""Whoever looks cuts their own day out of what lies so far around now."""

Elsewhere = Mapping[PersonId, Mapping[TicketId, Channel]]


class Shelf(Struct, frozen=True, kw_only=True):
    """A team as it was looked at: its board, and the first of its open tickets by deadline; `more` says there are."""

    board: Board
    cards: Sequence[Card]
    more: bool

    def more_due(self, now: datetime) -> bool:
        """Whether some that are missed or due soon may not have been looked at: those without a deadline come last."""
        last = self.cards[-1].next_deadline if self.cards else None
        return self.more and last is not None and last <= now + SOON


class Queue(Struct, frozen=True, kw_only=True):
    """What of a team waits for a person, and how long the next would. With `more` it is at least so many."""

    team: Team
    waiting: int
    oldest: datetime | None
    expected_seconds: int | None
    more: bool


class Row(Struct, frozen=True, kw_only=True):
    """Somebody with all they have, here and elsewhere. `since` is when their status or absence began. Of what they
    have in these teams, `missed` and `due` are at least so many with `more_due`; with `more`, something may have been
    `untouched` for longer. Without a shift they are there at any time.
    """

    member: Member
    teams: tuple[TeamId, ...]
    out: Out | None
    status: Status
    since: datetime | None
    seen_at: datetime | None
    connected: bool
    absence: Absence | None
    shifts: Sequence[OpenInterval] | None
    held: int
    missed: int
    due: int
    untouched: datetime | None
    more_due: bool
    more: bool


class Overview(Struct, frozen=True, kw_only=True):
    queues: Sequence[Queue]
    rows: Sequence[Row]


def overview(shelves: Sequence[Shelf], elsewhere: Elsewhere, now: datetime) -> Overview:
    people = dict.fromkeys(
        member.person for shelf in shelves for member in shelf.board.members.values() if member.active
    )
    return Overview(
        queues=[_queue(shelf, now) for shelf in shelves],
        rows=[_row(person, shelves, elsewhere, now) for person in people],
    )


def _queue(shelf: Shelf, now: datetime) -> Queue:
    waiting = [card for card in shelf.cards if card.assignee is None and not card.phase.is_finished]
    return Queue(
        team=shelf.board.team,
        waiting=len(waiting),
        oldest=min((card.created_at for card in waiting), default=None),
        expected_seconds=expected_seconds(shelf.board, len(waiting), now),
        more=shelf.more,
    )


def _row(person: PersonId, shelves: Sequence[Shelf], elsewhere: Elsewhere, now: datetime) -> Row:
    theirs = [shelf for shelf in shelves if shelf.board.working(person)]
    board = theirs[0].board
    member, presence = board.members[person], board.presence(person)
    can = member.availability
    absence, out = can.absence(now), absent(board, member, now)
    cards = list(_cards(person, shelves))
    dues = [card.next_deadline for card in cards if card.next_deadline]
    return Row(
        member=member,
        teams=tuple(shelf.board.team.id for shelf in theirs),
        out=out,
        status=presence.effective(now, can.idle_seconds),
        since=absence.start if absence else presence.lasts_since(now, can.idle_seconds),
        seen_at=presence.last_seen,
        connected=presence.connected(now),
        absence=absence,
        shifts=_shifts(board.calendars.get(person), now),
        held=_held(person, theirs, elsewhere),
        missed=sum(due <= now for due in dues),
        due=sum(now < due <= now + SOON for due in dues),
        untouched=min((card.updated_at for card in cards if card.phase in WORKED), default=None),
        more_due=any(shelf.more_due(now) for shelf in theirs),
        more=any(shelf.more for shelf in theirs),
    )


def _cards(person: PersonId, shelves: Sequence[Shelf]) -> Iterator[Card]:
    for shelf in shelves:
        yield from (card for card in shelf.cards if card.assignee == person and not card.phase.is_finished)


def _held(person: PersonId, theirs: Sequence[Shelf], elsewhere: Elsewhere) -> int:
    """What counts against their capacity: a ticket that is just moving between two teams counts once."""
    return len({*elsewhere.get(person, {}), *(held for shelf in theirs for held in shelf.board.load(person).held)})


def _shifts(calendar: Calendar | None, now: datetime) -> list[OpenInterval] | None:
    return open_intervals(calendar, now - AROUND, until=now + AROUND) if calendar else None
