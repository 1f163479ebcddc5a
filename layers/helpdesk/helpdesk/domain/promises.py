"""Promises: which SLA policy holds for a ticket, and what its clocks say now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Final

from helpdesk.domain import sla
from helpdesk.domain.calendars import Calendar
from helpdesk.domain.default_sla import default_calendars, default_policies
from helpdesk.domain.sla import Ledger, Policy
from helpdesk.domain.tickets import Promise, Ticket
from helpdesk.domain.vocabulary import Kind, Phase, Priority

# How far ahead, in real time, the sweep looks for wakes; two sweeps fit into it, so that one may fail.
HORIZON: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlaBook:
    """Every version of policies and calendars that open tickets may name, and the order in which policies are tried.

    `close_solved_after` is calendar time: a ticket nobody came back to is closed then.
    """

    policies: Mapping[str, Policy]
    calendars: Mapping[str, Calendar]
    order: tuple[str, ...]
    close_solved_after: timedelta = timedelta(days=7)

    def choose(self, kind: Kind, priority: Priority, category: str | None, organization: str | None) -> str | None:
        """The reference of the first policy whose conditions hold; None where no promise is made."""
        facts = {"kind": kind, "priority": priority, "category": category, "organization": organization}
        chosen = sla.choose_policy([self.policies[ref] for ref in self.order], facts)
        return chosen.ref if chosen else None


@cache
def default_book() -> SlaBook:
    """The promises a new help desk makes."""
    policies = default_policies()
    return SlaBook(
        policies={policy.ref: policy for policy in policies},
        calendars=default_calendars(),
        order=tuple(policy.ref for policy in policies),
    )


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
        wake_at=_first(sla.next_wake(ledger, ticket.fired), *(r.at for r in reminders(ticket, book))),
        waiting=any(clock.state is sla.ClockState.PAUSED for clock in ledger.live),
        breached=tuple(sorted({clock.clock for clock in ledger.clocks if clock.breached})),
    )
