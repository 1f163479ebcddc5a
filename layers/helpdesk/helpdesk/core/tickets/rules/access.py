"""The one door to tickets. What you may not see does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.roles import any_staff
from helpdesk.foundation.kernel.vocabulary import TICKET_ID, PersonId, Role, TeamId, TicketId, Visibility

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person


class Place(Struct, frozen=True, kw_only=True):
    """What decides who sees a ticket."""

    id: TicketId
    team: TeamId
    assignee: PersonId | None = None
    people: tuple[PersonId, ...] = ()
    """Its requester, and those who take part beside them."""


class Reach(Struct, frozen=True, kw_only=True):
    """What somebody sees, as a value: an index asks by it for all of that, and for nothing else."""

    everything: bool = False
    teams: tuple[TeamId, ...] = ()
    assignee: PersonId | None = None
    people: tuple[PersonId, ...] = ()
    """Whose own they are, or who takes part in them: one, by each of their ids."""
    ticket: TicketId | None = None
    """This one alone."""

    def holds(self, place: Place) -> bool:
        if self.everything or self.works_on(place.team, place.assignee):
            return True
        return not set(self.people).isdisjoint(place.people) and self.ticket in {None, place.id}

    def works_on(self, team: TeamId, assignee: PersonId | None) -> bool:
        return self.everything or team in self.teams or (assignee is not None and assignee == self.assignee)


def reach_of(actor: Actor) -> Reach:
    """Specialists from outside see what comes to their own teams or to them, everybody else of the staff sees all."""
    if actor.role is Role.SYSTEM:
        return Reach(everything=True)
    own = tuple(map(PersonId, actor.ids))
    if actor.role is Role.GUEST:
        return Reach(people=own, ticket=actor.ticket_id) if actor.ticket_id else Reach()
    if not actor.is_staff:
        return Reach(people=own)
    return Reach(everything=True) if actor.only_teams is None else Reach(teams=actor.only_teams, assignee=own[0])


def place_of(ticket: Ticket) -> Place:
    people = (ticket.requester, *(each.person for each in ticket.participants))
    return Place(id=ticket.id, team=ticket.team, assignee=ticket.assignee, people=people)


def named(ticket_id: str) -> TicketId:
    """The ticket an address names. What cannot be an id finds nothing; the table would refuse a very long key."""
    if not re.fullmatch(TICKET_ID, ticket_id):
        raise NotFoundError("ticket", ticket_id)
    return TicketId(ticket_id)


def visible_to(actor: Actor, ticket: Ticket) -> Ticket:
    """The ticket, or NotFoundError: a stranger learns nothing, not even that it exists."""
    if not sees(actor, ticket):
        raise NotFoundError("ticket", ticket.id)
    return ticket


def sees(actor: Actor, ticket: Ticket) -> bool:
    return reach_of(actor).holds(place_of(ticket))


def is_of(ticket: Ticket, person: str) -> bool:
    """Whether somebody is its requester, or takes part beside them: those who are answered."""
    return person == ticket.requester or takes_part(ticket, person)


def known_as(ticket: Ticket, ids: Sequence[str]) -> str:
    """By which of their ids a ticket knows somebody, as its requester before all else; the first where by none."""
    return ticket.requester if ticket.requester in ids else next((each for each in ids if is_of(ticket, each)), ids[0])


def address_of(ticket: Ticket, ids: Sequence[str]) -> str:
    """At which address somebody asked, or came to take part; empty where the ticket knows none."""
    own = known_as(ticket, ids)
    return (
        ticket.requester_email
        if own == ticket.requester
        else next((each.email for each in ticket.participants if each.person == own), "")
    )


def as_of(actor: Actor, ticket: Ticket) -> Actor:
    """Whoever asks or takes part there acts as the one whom the ticket knows. Who works here does so under one id."""
    return actor if actor.is_staff or not actor.ids[1:] else replace(actor, id=known_as(ticket, actor.ids))


def takes_part(ticket: Ticket, person: str) -> bool:
    return any(each.person == person for each in ticket.participants)


def may_be_mailed(person: Person, ticket: Ticket, *, as_staff: bool) -> bool:
    """Whether words of a ticket may be sent to somebody, as one of those who work on it or of those who are answered:
    by what they are now, not by what they were when it was decided to tell them.
    """
    if as_staff:
        return person.is_staff and sees(person.as_actor(), ticket)
    return person.active and bool(person.email) and any(is_of(ticket, each) for each in person.ids)


def in_scope(actor: Actor, team: TeamId, assignee: PersonId | None = None) -> bool:
    """Whether a ticket that comes to this team or person is for somebody of the staff to see."""
    return reach_of(actor).works_on(team, assignee)


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
    return [entry for entry in entries if reads_notes(actor) or entry.is_public]


def reads_notes(actor: Actor) -> bool:
    return actor.is_staff
