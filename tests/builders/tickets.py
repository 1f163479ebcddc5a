"""Tickets and what happens to them. A test names what matters to it; the rest is as on any other day."""

from datetime import datetime
from itertools import count
from typing import Any, Final

from helpdesk.assembly.documents import BUNDLES
from helpdesk.assembly.hooks import ON_TICKETS
from helpdesk.assembly.memory import REGION
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.channels.intake.rules import opening
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.event import Event
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.change import Change, Circumstances, record
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Channel, Role, TicketId, Visibility
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from helpdesk.foundation.settings.memory import MemorySettings
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import a_draft

_numbers = count(1)


# What holds at a new desk.
FIRST: Final = MemorySettings(BUNDLES)


def a_guest(ticket: Ticket) -> Actor:
    return Actor(id=ticket.requester, role=Role.GUEST, ticket_id=ticket.id)


def outsiders(ticket: Ticket) -> list[Actor]:
    """Who reads a ticket without working on it: with an account, and by their link."""
    people = [ticket.requester, *(each.person for each in ticket.participants)]
    return [
        Actor(id=person, role=role, ticket_id=ticket.id if role is Role.GUEST else None)
        for person in people
        for role in (Role.REQUESTER, Role.GUEST)
    ]


def a_message(body: str = "Did you try water?", **more: Any) -> Message:
    return Message(**{"body": body, "visibility": Visibility.PUBLIC, "channel": Channel.PORTAL} | more)


def a_note(body: str = "Rita always does this.", **more: Any) -> Message:
    return a_message(body, visibility=Visibility.INTERNAL, **more)


def a_change(
    before: Ticket | None = None,
    *happened: Event | Fact,
    by: Person | Actor | None = None,
    at: datetime = MONDAY_MORNING,
    ticket_id: str | None = None,
    **draft: Any,
) -> Change:
    """What happened to a ticket, written down; without one, that it was created."""
    person = by or a_requester()
    facts = [fact if isinstance(fact, Fact) else Fact(event=fact) for fact in happened]
    if before is None:
        requester = person if isinstance(person, Person) else a_requester()
        facts = opening.create(a_draft(**draft), requester, FIRST.of(TERMS), FIRST.of(RULES), "standard@1") + facts
    which = before.id if before else TicketId(ticket_id or f"HD-8{next(_numbers):07d}")
    actor = person.as_actor() if isinstance(person, Person) else person
    return record(which, before, facts, _circumstances(actor, at))


def _circumstances(actor: Actor, at: datetime) -> Circumstances:
    return Circumstances(
        actor=actor,
        at=at,
        region=REGION,
        new_id=lambda: f"{next(_numbers):026d}",
        settings=FIRST,
        hooks=ON_TICKETS,
    )


def a_ticket(**changes: Any) -> Ticket:
    """A ticket just opened, with these fields changed; its phase follows its state."""
    if "state" in changes and "phase" not in changes:
        changes["phase"] = FIRST.of(TERMS).state(changes["state"]).phase
    return replace(a_change().after, **changes)


def an_entry(event: Event, ticket: Ticket | None = None, by: Person | Actor | None = None) -> Entry:
    return a_change(ticket or a_ticket(), event, by=by or an_agent()).entries[0]
