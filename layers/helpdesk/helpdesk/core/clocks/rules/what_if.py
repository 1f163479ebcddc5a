"""What would have been under another policy: the tapes of past tickets, played again. Nothing is written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from helpdesk.core.clocks.rules import ledger
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.ledger import Ledger
from helpdesk.core.clocks.rules.policy import Policy
from helpdesk.core.clocks.rules.policy_choice import is_for
from helpdesk.core.record.tape import FactKind, TapeFact
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.vocabulary import Priority, TeamId
from helpdesk.foundation.settings.versions import Versions

Group = tuple[TeamId, Priority]


class Simulation(Struct, frozen=True, kw_only=True):
    """Tickets, and their broken promises before and after, by team and priority as they are now."""

    tickets: Counter[Group] = field(default_factory=Counter)
    before: Counter[Group] = field(default_factory=Counter)
    after: Counter[Group] = field(default_factory=Counter)

    @property
    def groups(self) -> Sequence[Group]:
        return sorted(self.tickets)


def simulate(tickets: Iterable[Ticket], policy: Policy, book: Book, now: datetime) -> Simulation:
    """Play tickets that the policy's conditions take under it, the others as they were; cancelled ones are left out.

    `book` holds the policy under its reference, and the calendars it counts by.
    """
    found = Simulation()
    for ticket in tickets:
        was = _played(ticket.tape, book, now)
        if was.cancelled:
            continue
        would_be = _played(under(ticket.tape, policy.ref), book, now) if is_for(policy, ticket) else was
        group = (ticket.team, ticket.priority)
        found.tickets[group] += 1
        found.before[group] += _breaches(was)
        found.after[group] += _breaches(would_be)
    return found


def under(tape: Sequence[TapeFact], policy: str) -> tuple[TapeFact, ...]:
    """The same life with one policy from the beginning on."""
    first, *rest = (fact for fact in tape if fact.kind not in {FactKind.POLICY, FactKind.CALENDAR})
    return first, TapeFact(at=first.at, kind=FactKind.POLICY, value=policy), *rest


def as_of(ticket: Ticket, end: datetime) -> Ticket:
    """As it stood then: facts from later on are not played."""
    return replace(ticket, tape=tuple(fact for fact in ticket.tape if fact.at <= end))


def book_with(policy: Policy, book: Book) -> Book:
    """The book that has a policy besides, which nobody saved."""
    return replace(book, policies=Versions({policy.ref: policy}, fetch=book.policies.get))


def _played(tape: tuple[TapeFact, ...], book: Book, now: datetime) -> Ledger:
    return ledger.ledger(tape, book.policies, book.calendars, now)


def _breaches(played: Ledger) -> int:
    """Promises that were broken: cycles of clocks that passed their deadline."""
    return sum(clock.breached for clock in played.clocks)
