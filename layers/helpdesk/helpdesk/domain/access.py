"""The one door to tickets. What you may not see does not exist."""

from collections.abc import Iterable

from helpdesk.domain.errors import ForbiddenError, NotFoundError
from helpdesk.domain.people import Actor
from helpdesk.domain.tickets import Entry, Ticket
from helpdesk.domain.vocabulary import PersonId, Role, TeamId, Visibility


def visible_to(actor: Actor, ticket: Ticket) -> Ticket:
    """The ticket, or NotFoundError: a stranger learns nothing, not even that it exists."""
    if actor.role is Role.SYSTEM or (actor.is_staff and in_scope(actor, ticket.team, ticket.assignee)):
        return ticket
    if actor.role is Role.GUEST and actor.ticket_id == ticket.id:
        return ticket
    if actor.role is Role.REQUESTER and actor.id == ticket.requester:
        return ticket
    raise NotFoundError("ticket", ticket.id)


def in_scope(actor: Actor, team: TeamId, assignee: PersonId | None = None) -> bool:
    """Specialists from outside see what comes to their own teams or to them, everybody else of the staff sees all."""
    return actor.only_teams is None or team in actor.only_teams or actor.id == assignee


def workable_by(actor: Actor, ticket: Ticket) -> Ticket:
    """The ticket for somebody who works on it; its requester sees it and is told that this is not theirs to do."""
    visible_to(actor, ticket)
    staff_only(actor)
    return ticket


def staff_only(actor: Actor) -> Actor:
    if not (actor.is_staff or actor.role is Role.SYSTEM):
        raise ForbiddenError("Only people who work on tickets may do this.")
    return actor


def inside_only(actor: Actor) -> Actor:
    """Specialists from outside learn of customers only by the tickets that come to them."""
    staff_only(actor)
    if actor.only_teams is not None:
        raise ForbiddenError("This is for people who work inside the house.")
    return actor


def lead_only(actor: Actor) -> Actor:
    """Plans of other people's work are made by leads."""
    if actor.role not in {Role.LEAD, Role.ADMIN}:
        raise ForbiddenError("Only leads and administrators may do this.")
    return actor


def admin_only(actor: Actor) -> Actor:
    if actor.role is not Role.ADMIN:
        raise ForbiddenError("Only administrators may do this.")
    return actor


def may_write(actor: Actor, ticket: Ticket, visibility: Visibility) -> Ticket:
    """Notes are for staff; whoever sees a ticket may write publicly on it."""
    visible_to(actor, ticket)
    if visibility is Visibility.INTERNAL:
        staff_only(actor)
    return ticket


def may_move(actor: Actor, ticket: Ticket, state: str) -> Ticket:
    """Requesters may say that it is solved, or that it is not; every other move is made by staff."""
    visible_to(actor, ticket)
    if state not in {"solved", "open"}:
        staff_only(actor)
    return ticket


def shown_to(actor: Actor, entries: Iterable[Entry]) -> list[Entry]:
    """The entries an actor may read: every outward view is built from these."""
    return [entry for entry in entries if actor.is_staff or entry.is_public]
