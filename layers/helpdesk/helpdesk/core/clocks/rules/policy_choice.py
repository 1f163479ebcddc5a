from typing import Final, Protocol

from msgspec.structs import replace

from helpdesk.core.clocks.rules.book import Book, PolicyFacts
from helpdesk.core.clocks.rules.policy import Policy
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Event
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketCreated, TicketUpdated
from helpdesk.foundation.kernel.text import folded
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, TeamId
from helpdesk.foundation.settings.versions import id_of


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
        "tag": tuple(map(folded, ticket.tags)),
    }


def policy_for(ticket: Conditioned, book: Book) -> str | None:
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


def with_policy(facts: list[Fact], book: Book) -> list[Fact]:
    """The facts of a new ticket, with the promise that is made for it."""
    first = facts[0]
    if not isinstance(first.event, TicketCreated):
        return facts
    named = book.current(first.event.policy) if first.event.policy else None
    created = replace(first.event, policy=named or policy_for(first.event, book), policy_pinned=named is not None)
    return [replace(first, event=created), *facts[1:]]


def promised_anew(ticket: Ticket, facts: list[Fact], book: Book) -> list[Fact]:
    """The facts of an edit, with another promise where the ticket now meets the conditions of another policy."""
    return [replace(fact, event=_edited(ticket, fact.event, book)) for fact in facts]


def _edited(ticket: Ticket, event: Event, book: Book) -> Event:
    if not isinstance(event, TicketUpdated):
        return event
    edited = {name: value for name in _ASKED_FOR if (value := getattr(event, name)) is not None}
    if not edited:
        return event
    policy = policy_for(replace(ticket, **edited), book)
    return event if policy == ticket.policy else replace(event, policy=policy or "")
