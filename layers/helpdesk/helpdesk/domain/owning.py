"""Who works on a ticket, as people decide it by hand."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.domain import events
from helpdesk.domain.assignment_events import MANUAL
from helpdesk.domain.decisions import Fact, check_open
from helpdesk.domain.errors import InvalidError, TransitionRefusedError
from helpdesk.domain.events import Personal
from helpdesk.domain.people import Person
from helpdesk.domain.refusals import NO_STAFF, NO_TEAM, NOT_IN_TEAM, NOT_ITS_LEVEL, THERE_ALREADY
from helpdesk.domain.tickets import Ticket
from helpdesk.domain.vocabulary import Level, TeamId

Levels = Mapping[TeamId, Level]


def assign(ticket: Ticket, to: Person | None, reasons: tuple[str, ...] = ()) -> list[Fact]:
    check_open(ticket)
    assignee = to.id if to else None
    if assignee == ticket.assignee:
        return []
    if to and not to.role.is_staff:
        raise InvalidError.at("assignee", NO_STAFF(name=to.name))
    event = events.TicketAssigned(assignee=assignee, previous=ticket.assignee, reasons=reasons)
    return [Fact(event=event, personal=Personal(name=to.name) if to else None)]


def assign_beside(ticket: Ticket, facts: Sequence[Fact], to: Person | None) -> list[Fact]:
    """Assign in the same change as other facts. A new team among them has taken the ticket from its assignee."""
    moved = any(isinstance(fact.event, events.TicketUpdated) and fact.event.team for fact in facts)
    return assign(replace(ticket, assignee=None) if moved else ticket, to)


class HandOver(Struct, frozen=True, kw_only=True):
    """What whoever goes on needs: where it stands, what comes next, and until when."""

    summary: str
    next_step: str
    deadline: datetime | None = None


def hand_over(ticket: Ticket, wanted: HandOver, team: TeamId | None, to: Person | None, teams: Levels) -> list[Fact]:
    """Give it to a person, or to a team whose line finds one, of the same level, with what they need to go on."""
    if ticket.phase.is_finished:
        raise TransitionRefusedError(f"{ticket.id} is {ticket.state}; reopen it to hand it over.")
    receiving = team or _team_of(to, ticket)
    _check_receiver(ticket, receiving, to, teams)
    event = events.TicketHandedOver(
        assignee=to.id if to else None,
        previous=ticket.assignee,
        team=receiving,
        previous_team=ticket.team,
        cause=MANUAL,
        summary=wanted.summary,
        next_step=wanted.next_step,
        deadline=wanted.deadline,
    )
    return [Fact(event=event, personal=Personal(name=to.name if to else None, body=wanted.summary))]


def _team_of(to: Person | None, ticket: Ticket) -> TeamId:
    """Somebody of another team takes it there with them."""
    return ticket.team if to is None or not to.teams or ticket.team in to.teams else to.teams[0]


def _check_receiver(ticket: Ticket, team: TeamId, to: Person | None, teams: Levels) -> None:
    if team not in teams:
        raise InvalidError.at("team", NO_TEAM(name=team))
    if teams[team] is not ticket.level:
        raise InvalidError.at("team", NOT_ITS_LEVEL(team=team, level=teams[team], ticket=ticket.id, at=ticket.level))
    if to and not to.role.is_staff:
        raise InvalidError.at("person", NO_STAFF(name=to.name))
    if to and team not in to.teams:
        raise InvalidError.at("person", NOT_IN_TEAM(name=to.name, team=team))
    if (team, to and to.id) == (ticket.team, ticket.assignee):
        raise InvalidError.at("person" if to else "team", THERE_ALREADY(ticket=ticket.id))
