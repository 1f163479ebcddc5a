"""What keeps a team from being retired, and who goes on with its tickets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from helpdesk.capabilities.assignment.rules.refusals import NO_OTHER_TEAM
from helpdesk.capabilities.ladders.rules.ladder import Ladder
from helpdesk.capabilities.ladders.rules.step import ActionKind
from helpdesk.capabilities.routing.rules.rule import Rule
from helpdesk.core.staffing.rules.refusals import TEAM_LEVEL
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.errors import FieldProblem, InvalidError, RefusedError
from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.vocabulary import TeamId, TicketId

HAS_TICKETS: Final = reason(
    "team_has_tickets", "has open tickets, such as {tickets}: please name the team that goes on with them"
)

TAKES_LEVEL: Final = reason("team_takes_level", "takes what comes to {level}")

IN_RULE: Final = reason("team_in_rule", "gets tickets by the routing rule {name}")

IN_LADDER: Final = reason("team_in_ladder", "is named by the escalation {name}")

IS_NEXT_OFFICE: Final = reason("team_is_next_office", "goes on for {name} at the end of its hours")

SHOWN: Final = 5


class TeamInUseError(RefusedError):
    """`problems` name all that still points at the team."""

    code = "team_in_use"

    def __init__(self, team: Team, problems: Sequence[FieldProblem]) -> None:
        super().__init__(f"{team.name} cannot be retired: it {'; it '.join(each.message for each in problems)}.")
        self.problems = tuple(problems)


def pointers(
    team: Team, teams: Sequence[Team], terms: TicketTerms, rules: Sequence[Rule], ladders: Sequence[Ladder]
) -> Iterator[FieldProblem]:
    """What would go on sending tickets or people to the team."""
    levels = dict.fromkeys(entry.level for entry in terms.level_teams if entry.team == team.id)
    yield from (FieldProblem.at("level_teams", TAKES_LEVEL(level=level)) for level in levels)
    yield from (FieldProblem.at("rules", IN_RULE(name=rule.name)) for rule in rules if rule.then.team == team.id)
    for ladder in ladders:
        actions = {(action.kind, action.value) for rung in ladder.rungs for action in rung.actions}
        if actions & {(ActionKind.REASSIGN, team.id), (ActionKind.NOTIFY, f"team:{team.id}")}:
            yield FieldProblem.at("ladders", IN_LADDER(name=ladder.name))
    before = (each for each in teams if each.next_office == team.id and not each.retired)
    yield from (FieldProblem.at("teams", IS_NEXT_OFFICE(name=each.name)) for each in before)


def waiting(tickets: Sequence[TicketId]) -> Iterator[FieldProblem]:
    if tickets:
        yield FieldProblem.at("successor", HAS_TICKETS(tickets=", ".join(tickets[:SHOWN])))


def successor(team: Team, named: TeamId | None, teams: Mapping[TeamId, Team], terms: TicketTerms) -> TeamId:
    """Who goes on with its tickets, a team of the same level."""
    if named is None:
        return terms.team_at(team.level, None)
    found = teams.get(named)
    if found is None or found.retired or found.id == team.id:
        raise InvalidError.at("successor", NO_OTHER_TEAM(name=named))
    if found.level is not team.level:
        raise InvalidError.at("successor", TEAM_LEVEL(team=found.name, level=found.level, wanted=team.level))
    return named
