"""Where a ticket should have been routed to in the first place."""

from collections.abc import Mapping

from helpdesk.capabilities.levels.rules.refusals import WHERE_TO
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketUpdated
from helpdesk.core.staffing.rules.refusals import NO_TEAM, TEAM_LEVEL
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Level, TeamId


def correct(
    ticket: Ticket,
    team: TeamId | None,
    level: Level | None,
    reason: str,
    teams: Mapping[TeamId, Level],
    terms: TicketTerms,
) -> list[Fact]:
    """Move it to a team, at the level of that, or to the team that takes tickets of its category at a level."""
    if ticket.phase.is_finished:
        raise TransitionRefusedError(f"{ticket.id} is {ticket.state}; reopen it to correct where it belongs.")
    if team is None:
        if level is None:
            raise InvalidError.at("team", WHERE_TO())
        team = terms.team_at(level, ticket.category)
    if team not in teams:
        raise InvalidError.at("team", NO_TEAM(name=team))
    if level not in {None, teams[team]}:
        raise InvalidError.at("team", TEAM_LEVEL(team=team, level=teams[team], wanted=level))
    if (team, teams[team]) == (ticket.team, ticket.level):
        return []
    return [Fact(event=TicketUpdated(team=team, level=teams[team], reason=reason))]
