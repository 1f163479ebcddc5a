"""People, tickets and what happens to them. A test names what matters to it; the rest is as on any other day."""

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from typing import Any, Final

from helpdesk.assembly.documents import BUNDLES
from helpdesk.assembly.hooks import ON_TICKETS
from helpdesk.assembly.memory import REGION
from helpdesk.capabilities.routing.rules.rule import Rule
from helpdesk.capabilities.routing.settings import RULES
from helpdesk.channels.intake.actions import opening as intake_opening
from helpdesk.channels.intake.rules import opening
from helpdesk.channels.intake.rules.opening import Draft, Sender
from helpdesk.core.assets.rules import Asset
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.event import Event
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.core.tickets.rules.change import Change, Circumstances, record
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.core.tickets.settings import SERVICE_DESK, TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import Channel, Level, PersonId, Role, TeamId, TicketId, Visibility
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from helpdesk.foundation.settings.memory import MemorySettings
from msgspec import to_builtins
from msgspec.structs import replace

_numbers = count(1)

# What holds at a new desk.
FIRST: Final = MemorySettings(BUNDLES)


def a_requester(name: str = "Rita", **more: Any) -> Person:
    return a_person(name, **more)


def an_agent(name: str = "Ada", **more: Any) -> Person:
    return a_person(name, **{"role": Role.AGENT, "teams": (SERVICE_DESK,)} | more)


def a_person(name: str, **more: Any) -> Person:
    address = f"{name.lower()}@people.example"
    return Person(**{"id": PersonId(name.lower()), "name": name, "email": address} | more)


def a_guest(ticket: Ticket) -> Actor:
    return Actor(id=ticket.requester, role=Role.GUEST, ticket_id=ticket.id)


def a_draft(**more: Any) -> Draft:
    return Draft(**{"subject": "The printer is on fire", "description": "It smokes.", "channel": Channel.WEB} | more)


def a_message(body: str = "Did you try water?", **more: Any) -> Message:
    return Message(**{"body": body, "visibility": Visibility.PUBLIC, "channel": Channel.PORTAL} | more)


def a_note(body: str = "Rita always does this.", **more: Any) -> Message:
    return a_message(body, visibility=Visibility.INTERNAL, **more)


def a_key(key: str = "key", payload: str = "payload") -> Once:
    return Once(key=key, payload=payload)


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


def an_organization(desk: Desk, **more: Any) -> Organization:
    """An organization that the desk knows."""
    made = Organization(**{"id": "acme", "name": "Acme", "version": 1} | more)
    desk.organizations.put(made)
    return made


def an_asset(desk: Desk, **more: Any) -> Asset:
    """An asset that the desk knows."""
    made = Asset(**{"id": "printer-hall", "name": "Printer in the hall", "type": "printer", "version": 1} | more)
    desk.assets.put(made)
    return made


def an_entry(event: Event, ticket: Ticket | None = None, by: Person | Actor | None = None) -> Entry:
    return a_change(ticket or a_ticket(), event, by=by or an_agent()).entries[0]


def open_ticket(desk: Desk, by: Person | None = None, **draft: Any) -> Ticket:
    """A ticket opened by a person who is new to the desk unless they were there before."""
    person = by or a_requester()
    sender = Sender(email=person.email, name=person.name, language=person.language)
    actor = person.as_actor() if desk.directory.by_email(person.email) else None
    return intake_opening.open_ticket(desk, a_draft(**draft), sender, actor, None).ticket


def staff(
    desk: Desk, *people: Person, team: str = SERVICE_DESK, level: Level = Level.L1, active: bool = True
) -> Sequence[Person]:
    """Put people into the directory and into a team."""
    for person in people:
        desk.directory.put_person(person)
    which = TeamId(team)
    before = {member.person: member for member in desk.staffing.members(which)}
    new = {
        person.id: Member(team=which, person=person.id, name=person.name, role=person.role, active=active)
        for person in people
    }
    desk.staffing.put_team(Team(id=which, name=team, level=level), list((before | new).values()))
    return people


def have_rules(desk: Desk, *rules: Rule) -> None:
    """Let a desk route new tickets by these rules."""
    now = desk.settings.now(RULES.bundle)
    written = {**now.document, "rules": to_builtins(rules)}
    desk.settings.save(now, replace(now, revision=now.revision + 1, document=written))
