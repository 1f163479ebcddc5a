from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from helpdesk.capabilities.assignment.rules.refusals import NOT_ITS_LEVEL, THERE_ALREADY
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.assignment import MANUAL, TicketHandedOver
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.refusals import NO_TEAM
from helpdesk.core.staffing.rules.teams import check_receiver
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Level, TeamId

Levels = Mapping[TeamId, Level]


class HandOver(Struct, frozen=True, kw_only=True):
    """What whoever goes on needs: where it stands, and as far as it can be said what comes next and until when."""

    summary: str
    next_step: str = ""
    deadline: datetime | None = None


def hand_over(
    ticket: Ticket, wanted: HandOver, team: TeamId | None, to: Person | None, teams: Levels, *, away: bool = False
) -> list[Fact]:
    """Give it to a person who is not away, or to a team whose line finds one, of its level, with what they need."""
    if ticket.phase.is_finished:
        raise TransitionRefusedError(f"{ticket.id} is {ticket.state}; reopen it to hand it over.")
    receiving = team or _team_of(to, ticket, teams)
    _check_team(ticket, receiving, teams)
    if to:
        check_receiver(to, receiving, away=away, field="person")
    if (receiving, to and to.id) == (ticket.team, ticket.assignee):
        raise InvalidError.at("person" if to else "team", THERE_ALREADY(ticket=ticket.id))
    event = TicketHandedOver(
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


def _team_of(to: Person | None, ticket: Ticket, teams: Levels) -> TeamId:
    """Somebody of another team takes it there with them."""
    theirs = [team for team in to.teams if team in teams] if to else []
    return ticket.team if not theirs or ticket.team in theirs else theirs[0]


def _check_team(ticket: Ticket, team: TeamId, teams: Levels) -> None:
    if team not in teams:
        raise InvalidError.at("team", NO_TEAM(name=team))
    if teams[team] is not ticket.level:
        raise InvalidError.at("team", NOT_ITS_LEVEL(team=team, level=teams[team], ticket=ticket.id, at=ticket.level))
