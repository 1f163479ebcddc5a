"""Attendance: who of a team is there, and who goes on for somebody who is not."""

from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec.structs import replace

from helpdesk.capabilities.assignment.rules.board import Board
from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import is_open
from helpdesk.core.staffing.rules.availability import Absence, Status
from helpdesk.core.staffing.rules.substitution import StandIn, stand_in
from helpdesk.core.staffing.rules.teams import Member
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

Shifts = dict[int, bool]


class Out(StrEnum):
    """Why somebody is not there or cannot take a ticket. Entries and answers say it by the value."""

    INACTIVE = "inactive"
    UNREADABLE = "unreadable"
    """Nobody knows whether they are there: what is stored of them cannot be used."""
    ABSENT = "absent"
    BUSY = "busy"
    AWAY = "away"
    OFFLINE = "offline"
    OFF_SHIFT = "off_shift"
    GAVE_IT_BACK = "gave_it_back"
    LEVEL = "level"
    LANGUAGE = "language"
    """Said with which: `language:de`."""
    SKILL = "skill"
    """Said with which: `skill:sap`."""
    FULL = "full"
    CHANNEL_FULL = "channel_full"


ON_DUTY: Final = frozenset({None, Out.BUSY})

PACE_KNOWN: Final = 3

BACK_SOON: Final = frozenset({None, Out.BUSY, Out.AWAY})


def absent(board: Board, member: Member, now: datetime, shifts: Shifts | None = None) -> Out | None:
    """Why somebody is not there; None when they are. Tickets and alerts never go to who is not there."""
    availability = member.availability
    if not member.active:
        return Out.INACTIVE
    if member.person in board.faults:
        return Out.UNREADABLE
    if availability.absences and availability.absence(now):
        return Out.ABSENT
    status = board.presence(member.person).effective(now, availability.idle_seconds)
    if status is not Status.AVAILABLE:
        return Out(status.value)
    calendar = board.calendars.get(member.person)
    return Out.OFF_SHIFT if calendar and not _on_shift(calendar, now, shifts) else None


def gone(board: Board, person: PersonId, now: datetime) -> bool:
    """Whether what they have goes on without them: they are away, or do not work in the team any more."""
    member = board.working(person)
    return member is None or member.availability.absence(now) is not None


def stranded(board: Board, now: datetime) -> list[TicketId]:
    """Tickets with people who are gone. Who is told of them at once may have died, or not have found all of them."""
    return [
        held for person, load in board.loads.items() if load.held and gone(board, person, now) for held in load.held
    ]


def _on_shift(calendar: Calendar, now: datetime, shifts: Shifts | None) -> bool:
    """Many work the same shift: it is looked up once."""
    if shifts is None:
        return is_open(calendar, now)
    key = id(calendar)
    if key not in shifts:
        shifts[key] = is_open(calendar, now)
    return shifts[key]


def substitute(board: Board, person: PersonId, now: datetime) -> StandIn:
    """Who of the team stands in for somebody: the first of the chain who is not away, if they still work here."""
    if board.working(person) is None:
        return StandIn(person=None, chain=(person,))
    found = stand_in(person, now, lambda each: _absences(board, each))
    return found if found.person and board.working(found.person) else replace(found, person=None)


def _absences(board: Board, person: PersonId) -> tuple[Absence, ...]:
    member = board.members.get(person)
    return member.availability.absences if member else ()


def on_duty(board: Board, now: datetime, *, only: bool = False) -> list[PersonId]:
    """Who is there now; when nobody is, all who are not gone, unless only who is there is meant."""
    members = [member for member in board.members.values() if member.active]
    there = [member.person for member in members if absent(board, member, now) in ON_DUTY]
    if there or only:
        return there
    return [each.person for each in members if not gone(board, each.person, now)] or [each.person for each in members]


def in_place_of(board: Board, owner: PersonId, now: datetime) -> list[PersonId]:
    """Who hears what is for an owner: while they are gone, who stands in for them, else who is on duty. An owner who is
    only off duty goes on with it later, and hears it too.
    """
    member = board.working(owner)
    if member is None or gone(board, owner, now):
        found = substitute(board, owner, now).person
        return [found] if found else on_duty(board, now)
    if absent(board, member, now) in BACK_SOON:
        return [owner]
    return [owner, *on_duty(board, now, only=True)]


def expected_seconds(board: Board, ahead: int, now: datetime) -> int | None:
    """By Little's law: those in front and itself, at the pace at which the team took the last tickets until now."""
    there = any(not absent(board, member, now) for member in board.members.values())
    if len(board.given) < PACE_KNOWN or not there:
        return None
    pace = (now - board.given[0]).total_seconds() / len(board.given)
    return int(pace * (ahead + 1))
