"""The row of a ticket."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.cost import cost_of
from helpdesk.capabilities.numbers.rules.life import Life, Stretch, life_of
from helpdesk.capabilities.numbers.rules.prices import prices
from helpdesk.capabilities.numbers.rules.row import Answered, Lasted, Outcome, Row
from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import worked
from helpdesk.core.calendars.rules.open_time import SECOND, to_instant, to_moment
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.ledger import ClockState
from helpdesk.core.clocks.rules.summary import ledger_of
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.levels import TicketDeescalated, TicketEscalated
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketUpdated
from helpdesk.foundation.kernel.vocabulary import Level, Phase

Wait = tuple[int, int]


Part = dict[str, Any]
Count = Callable[[Iterable[Wait]], Lasted]


def row_of(ticket: Ticket, entries: Sequence[Entry], book: Book, made_at: datetime, mails: int = 0) -> Row:
    """From its head and all entries up to it, and how many mails went out of it. What still lasts is counted up to its
    last change.
    """
    life = life_of(ticket.tape, to_instant(ticket.updated_at))
    return Row(
        made_at=made_at,
        **_standing(ticket),
        **_rated(ticket),
        **_times(life),
        **_durations(life, _counted_by(book.calendar_of(ticket.policy))),
        **_effort(life, entries),
        promises=_outcomes(ticket, book),
        cost=cost_of(entries, mails, prices()),
    )


def _standing(ticket: Ticket) -> Part:
    return {
        "id": ticket.id,
        "version": ticket.version,
        "kind": ticket.kind.value,
        "channel": ticket.channel.value,
        "priority": ticket.priority.value,
        "category": ticket.category,
        "organization": ticket.organization,
        "policy": ticket.policy.partition("@")[0] if ticket.policy else None,
        "state": ticket.state,
        "phase": ticket.phase.value,
        "level": ticket.level.value,
        "team": ticket.team,
        "created_at": ticket.created_at,
        "changed_at": ticket.updated_at,
    }


def _rated(ticket: Ticket) -> Part:
    """Of the last time it was solved."""
    said = ticket.survey
    return {"rating": said.rating if said else None, "rated_at": said.rated_at if said else None}


def _times(life: Life) -> Part:
    return {
        "solved_at": None if life.solved is None else to_moment(life.solved),
        "closed_at": None if life.closed is None else to_moment(life.closed),
        "opened": tuple(map(to_moment, life.opened)),
        "finished": tuple(map(to_moment, life.finished)),
        "cancelled": life.is_cancelled,
        "reopened": len(life.opened) - 1,
    }


def _durations(life: Life, lasted: Count) -> Part:
    return {
        "first_response": _answered(life.first_wait, lasted) if life.first_wait else None,
        "next_responses": tuple(_answered(wait, lasted) for wait in life.later_waits),
        "resolution": None if life.solved is None else lasted(_open(life)),
        "waited": lasted((each.start, each.end) for each in life.stretches if _waits_for_us(each)),
        "at_l1": lasted(_at(life, Level.L1)),
        "at_l2": lasted(_at(life, Level.L2)),
        "at_l3": lasted(_at(life, Level.L3)),
    }


def _effort(life: Life, entries: Sequence[Entry]) -> Part:
    climbs = _climbs(entries)
    return {
        "handled_by": life.owner or None,
        "answers": life.answers,
        "reassigned": life.reassigned,
        "escalations": climbs.escalations,
        "escalated_by_clock": climbs.by_clock,
        "needless": climbs.needless,
        "corrected": climbs.corrected,
        "one_touch": _is_one_touch(life, climbs),
    }


def _counted_by(calendar: Calendar | None) -> Count:
    def lasted(waits: Iterable[Wait]) -> Lasted:
        spans = list(waits)
        in_hours = None if calendar is None else sum(worked(calendar, *span) for span in spans) // SECOND
        return Lasted(calendar=sum(end - start for start, end in spans) // SECOND, business=in_hours)

    return lasted


def _answered(wait: Wait, lasted: Count) -> Answered:
    long = lasted([wait])
    return Answered(at=to_moment(wait[1]), calendar=long.calendar, business=long.business)


def _open(life: Life) -> list[Wait]:
    return [(each.start, each.end) for each in life.stretches if each.is_open]


def _at(life: Life, level: Level) -> list[Wait]:
    return [(each.start, each.end) for each in life.stretches if each.is_open and each.level == level]


def _waits_for_us(stretch: Stretch) -> bool:
    return stretch.is_open and stretch.phase != Phase.PENDING


class _Climbs(Struct, kw_only=True):
    escalations: int = 0
    by_clock: int = 0
    needless: int = 0
    corrected: int = 0


def _climbs(entries: Iterable[Entry]) -> _Climbs:
    """As the report on escalations counts: what is handed back answers all that was raised from that level on."""
    found = _Climbs()
    raised: list[Level] = []
    for entry in entries:
        match entry.event:
            case TicketEscalated(previous_level=level, cause=cause):
                raised.append(level)
                found.escalations += 1
                found.by_clock += cause != "manual"
            case TicketDeescalated(level=level, needless=needless):
                found.needless += needless * sum(each >= level for each in raised)
                raised = [each for each in raised if each < level]
            case TicketUpdated(level=level, reason=reason):
                found.corrected += reason is not None
                raised = [each for each in raised if level is None or each < level]
    return found


def _outcomes(ticket: Ticket, book: Book) -> tuple[Outcome, ...]:
    """Those of a cancelled ticket kept nothing and missed nothing."""
    found = ledger_of(ticket, book, ticket.updated_at)
    if found.cancelled:
        return ()
    missed = [Outcome(clock=each.clock, kept=False, at=each.breached_at) for each in found.clocks if each.breached_at]
    kept = [
        Outcome(clock=each.clock, kept=True, at=each.ended_at)
        for each in found.clocks
        if each.ended_at and each.state is ClockState.MET and not each.breached
    ]
    return tuple(sorted([*missed, *kept], key=lambda each: (each.at, each.clock)))


def _is_one_touch(life: Life, climbs: _Climbs) -> bool:
    if life.solved is None or len(life.opened) > 1:
        return False
    return life.answers <= 1 and not life.reassigned and not climbs.escalations
