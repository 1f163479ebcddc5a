"""Promises: which SLA policy holds for a ticket, and what its clocks say now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from helpdesk.domain import sla
from helpdesk.domain.calendars import Calendar
from helpdesk.domain.default_sla import default_calendars, default_policies
from helpdesk.domain.sla import Ledger, Policy
from helpdesk.domain.tickets import Promise, Ticket
from helpdesk.domain.vocabulary import Kind, Priority

# How far ahead, in real time, the sweep looks for wakes; two sweeps fit into it, so that one may fail.
HORIZON: Final = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlaBook:
    """Every version of policies and calendars that open tickets may name, and the order in which policies are tried."""

    policies: Mapping[str, Policy]
    calendars: Mapping[str, Calendar]
    order: tuple[str, ...]

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


def promise_of(ticket: Ticket, book: SlaBook, now: datetime) -> Promise:
    """What lists and timers need to know of the ledger."""
    ledger = ledger_of(ticket, book, now)
    first = ledger.next_due
    return Promise(
        next_deadline=first.due_at if first else None,
        next_clock=first.clock if first else None,
        wake_at=sla.next_wake(ledger, ticket.fired),
        waiting=any(clock.state is sla.ClockState.PAUSED for clock in ledger.live),
        breached=tuple(sorted({clock.clock for clock in ledger.clocks if clock.breached})),
    )
