"""The one door to tickets. What you may not see does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.roles import any_staff
from helpdesk.foundation.kernel.vocabulary import PersonId, Role, TeamId, Visibility

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person


def visible_to(actor: Actor, ticket: Ticket) -> Ticket:
    """The ticket, or NotFoundError: a stranger learns nothing, not even that it exists."""
    if not sees(actor, ticket):
        raise NotFoundError("ticket", ticket.id)
    return ticket


def sees(actor: Actor, ticket: Ticket) -> bool:
    if actor.role is Role.SYSTEM or (actor.is_staff and in_scope(actor, ticket.team, ticket.assignee)):
        return True
    if actor.role is Role.GUEST and actor.ticket_id != ticket.id:
        return False
    return actor.role in {Role.GUEST, Role.REQUESTER} and is_of(ticket, actor.id)


def is_of(ticket: Ticket, person: str) -> bool:
    """Whether somebody is its requester, or takes part beside them: those who are answered."""
    return person == ticket.requester or takes_part(ticket, person)


def takes_part(ticket: Ticket, person: str) -> bool:
    return any(each.person == person for each in ticket.participants)


def may_be_mailed(person: Person, ticket: Ticket, *, as_staff: bool) -> bool:
    """Whether words of a ticket may be sent to somebody, as one of those who work on it or of those who are answered:
    by what they are now, not by what they were when it was decided to tell them.
    """
    if as_staff:
        return person.is_staff and sees(person.as_actor(), ticket)
    return person.active and bool(person.email) and is_of(ticket, person.id)


def in_scope(actor: Actor, team: TeamId, assignee: PersonId | None = None) -> bool:
    """Specialists from outside see what comes to their own teams or to them, everybody else of the staff sees all."""
    return actor.sees(team) or actor.id == assignee


def workable_by(actor: Actor, ticket: Ticket) -> Ticket:
    """The ticket for somebody who works on it; its requester sees it and is told that this is not theirs to do."""
    visible_to(actor, ticket)
    any_staff(actor)
    return ticket


def may_write(actor: Actor, ticket: Ticket, visibility: Visibility) -> Ticket:
    """Notes are for staff; whoever sees a ticket may write publicly on it."""
    visible_to(actor, ticket)
    if visibility is Visibility.INTERNAL:
        any_staff(actor)
    return ticket


def may_move(actor: Actor, ticket: Ticket, state: str) -> Ticket:
    """Requesters may say that it is solved, or that it is not; every other move is made by staff."""
    visible_to(actor, ticket)
    if state not in {"solved", "open"} or actor.id != ticket.requester:
        any_staff(actor)
    return ticket


def shown_to(actor: Actor, entries: Iterable[Entry]) -> list[Entry]:
    """The entries an actor may read: every outward view is built from these."""
    return [entry for entry in entries if actor.is_staff or entry.is_public]
