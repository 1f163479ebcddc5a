"""Promises: which SLA policy holds for a ticket, and what its clocks say now."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from helpdesk.domain import attention, sla
from helpdesk.domain.decisions import Fact
from helpdesk.domain.events import TicketCreated
from helpdesk.domain.sla import Ledger
from helpdesk.domain.sla_book import SlaBook
from helpdesk.domain.tickets import Promise, Ticket
from helpdesk.domain.vocabulary import Phase

# How far ahead, in real time, the sweep looks for wakes; two sweeps fit into it, so that one may fail.
HORIZON: Final = timedelta(minutes=10)


def policy_for(ticket: Ticket | TicketCreated, book: SlaBook) -> str | None:
    """The policy that would be chosen for it today, by what conditions may ask of a ticket."""
    facts = {name: getattr(ticket, name) for name in ("kind", "category", "organization", "team", "channel")}
    return book.choose(facts | {"tag": getattr(ticket, "tags", ())})


def with_policy(facts: list[Fact], book: SlaBook) -> list[Fact]:
    """The facts of a new ticket, with the promise that is made for it."""
    first = facts[0]
    if not isinstance(first.event, TicketCreated):
        return facts
    created = replace(first.event, policy=policy_for(first.event, book))
    return [replace(first, event=created), *facts[1:]]


def ledger_of(ticket: Ticket, book: SlaBook, now: datetime) -> Ledger:
    return sla.ledger(ticket.tape, book.policies, book.calendars, now)


class Returns(StrEnum):
    """What brings a ticket back by itself, beside its clocks."""

    UNTIL = "until"  # the date somebody set when they made it wait
    CLOSE = "close"  # nobody came back after it was solved


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    why: Returns
    at: datetime


def reminders(ticket: Ticket, book: SlaBook) -> list[Reminder]:
    """What is to come for a ticket as it stands; a change of state takes each of them away."""
    if ticket.phase is Phase.SOLVED:
        return [Reminder(why=Returns.CLOSE, at=ticket.state_since + book.close_solved_after)]
    return [Reminder(why=Returns.UNTIL, at=ticket.until)] if ticket.until else []


def _first(*instants: datetime | None) -> datetime | None:
    return min((instant for instant in instants if instant), default=None)


def promise_of(ticket: Ticket, book: SlaBook, now: datetime) -> Promise:
    """What lists and timers need to know of the ledger."""
    ledger = ledger_of(ticket, book, now)
    first = ledger.next_due
    return Promise(
        next_deadline=first.due_at if first else None,
        next_clock=first.clock if first else None,
        wake_at=_first(
            sla.next_wake(ledger, ticket.fired),
            *(reminder.at for reminder in reminders(ticket, book)),
            *attention.instants(ticket),
        ),
        waiting=any(clock.state is sla.ClockState.PAUSED for clock in ledger.live),
        breached=tuple(sorted({clock.clock for clock in ledger.clocks if clock.breached})),
    )
