"""Promises: which SLA policy holds for a ticket, and what its clocks say now."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.domain import attention, sla, surveys
from helpdesk.domain.decisions import Fact
from helpdesk.domain.events import Event, TicketCreated, TicketUpdated
from helpdesk.domain.sla import Ledger, Policy
from helpdesk.domain.sla_book import PolicyFacts, SlaBook, id_of
from helpdesk.domain.tickets import Promise, Ticket
from helpdesk.domain.vocabulary import Channel, Kind, Phase, TeamId

# How far ahead, in real time, the sweep looks for wakes; two sweeps fit into it, so that one may fail.
HORIZON: Final = timedelta(minutes=10)
# A ladder's workflow takes its steps; should it be lost, the ticket's own timer takes them so much later.
GRACE: Final = timedelta(minutes=2)


class Conditioned(Protocol):
    """What policies may set conditions on: a ticket, the fact that made it, or its card in a list."""

    @property
    def kind(self) -> Kind: ...
    @property
    def category(self) -> str | None: ...
    @property
    def organization(self) -> str | None: ...
    @property
    def plan(self) -> str | None: ...
    @property
    def team(self) -> TeamId: ...
    @property
    def channel(self) -> Channel | None: ...
    @property
    def tags(self) -> tuple[str, ...]: ...
    @property
    def policy(self) -> str | None: ...
    @property
    def policy_pinned(self) -> bool: ...


def policy_facts(ticket: Conditioned) -> PolicyFacts:
    """What conditions of policies may ask of a ticket."""
    return {
        "kind": ticket.kind,
        "category": ticket.category,
        "organization": ticket.organization,
        "plan": ticket.plan,
        "team": ticket.team,
        "channel": ticket.channel,
        "tag": ticket.tags,
    }


def policy_for(ticket: Conditioned, book: SlaBook) -> str | None:
    """The policy that would be chosen for it today. One that a rule gave it stays, as it is written today."""
    if ticket.policy_pinned and ticket.policy:
        return book.current(ticket.policy) or ticket.policy
    return book.choose(policy_facts(ticket))


def is_for(policy: Policy, ticket: Conditioned) -> bool:
    """Whether a policy would take a ticket if it were asked first."""
    if ticket.policy_pinned and ticket.policy:
        return id_of(ticket.policy) == policy.id
    return policy.matches(policy_facts(ticket))


_ASKED_FOR: Final = ("kind", "category", "organization", "plan", "team")


def with_policy(facts: list[Fact], book: SlaBook) -> list[Fact]:
    """The facts of a new ticket, with the promise that is made for it."""
    first = facts[0]
    if not isinstance(first.event, TicketCreated):
        return facts
    named = book.current(first.event.policy) if first.event.policy else None
    created = replace(first.event, policy=named or policy_for(first.event, book), policy_pinned=named is not None)
    return [replace(first, event=created), *facts[1:]]


def promised_anew(ticket: Ticket, facts: list[Fact], book: SlaBook) -> list[Fact]:
    """The facts of an edit, with another promise where the ticket now meets the conditions of another policy."""
    return [replace(fact, event=_edited(ticket, fact.event, book)) for fact in facts]


def _edited(ticket: Ticket, event: Event, book: SlaBook) -> Event:
    if not isinstance(event, TicketUpdated):
        return event
    edited = {name: value for name in _ASKED_FOR if (value := getattr(event, name)) is not None}
    if not edited:
        return event
    policy = policy_for(replace(ticket, **edited), book)
    return event if policy == ticket.policy else replace(event, policy=policy or "")


def ledger_of(ticket: Ticket, book: SlaBook, now: datetime) -> Ledger:
    return sla.ledger(ticket.tape, book.policies, book.calendars, now)


class Returns(StrEnum):
    """What brings a ticket back by itself, beside its clocks."""

    UNTIL = "until"  # the date somebody set when they made it wait
    CLOSE = "close"  # nobody came back after it was solved


class Reminder(Struct, frozen=True, kw_only=True):
    why: Returns
    at: datetime


def reminders(ticket: Ticket, book: SlaBook) -> list[Reminder]:
    """What is to come for a ticket as it stands; a change of state takes each of them away."""
    if ticket.phase is Phase.SOLVED:
        return [Reminder(why=Returns.CLOSE, at=ticket.state_since + book.close_solved_after)]
    return [Reminder(why=Returns.UNTIL, at=ticket.until)] if ticket.until else []


def _first(*instants: datetime | None) -> datetime | None:
    return min((instant for instant in instants if instant), default=None)


def promise_of(ticket: Ticket, book: SlaBook, ledger: Ledger) -> Promise:
    """What lists and timers need to know of the ledger."""
    first = ledger.next_due
    wake_at = _first(
        sla.next_wake(ledger, ticket.fired),
        *(reminder.at for reminder in reminders(ticket, book)),
        surveys.ask_at(ticket, book.survey, book.calendars),
        *attention.instants(ticket),
        *(climb.next_at + GRACE for climb in ticket.climbs),
    )
    return Promise(
        next_deadline=first.due_at if first else None,
        next_clock=first.clock if first else None,
        wake_at=wake_at,
        armed=_armed(ticket, wake_at, ledger.at),
        waiting=any(clock.state is sla.ClockState.PAUSED for clock in ledger.live),
        breached=tuple(sorted({clock.clock for clock in ledger.clocks if clock.breached})),
    )


def _armed(ticket: Ticket, wake_at: datetime | None, now: datetime) -> int:
    """A wake that stays and is to come has its timer. One that has passed may have rung already."""
    stays = wake_at is not None and wake_at == ticket.promise.wake_at and wake_at > now
    return ticket.promise.armed if stays else ticket.version
