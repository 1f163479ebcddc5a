"""What the API takes and gives of people's availability, teams and choices."""

from datetime import datetime

from helpdesk.core.staffing.requests import AbsencePlan, AvailabilityPlan
from helpdesk.core.staffing.rules import teams
from helpdesk.core.staffing.rules.availability import Availability, Strategy
from helpdesk.foundation.edge.outputs import View, shown_as
from helpdesk.foundation.kernel.vocabulary import Level, Role


class Team(View):
    id: str
    name: str
    level: Level
    topic: str
    strategy: Strategy
    retired: bool


class Teams(View):
    items: list[Team]


class Member(View):
    id: str
    name: str
    role: Role


class TeamWithMembers(Team):
    members: list[Member]


class PlannedAvailability(AvailabilityPlan):
    """`revision` is the ETag."""

    revision: int


class GapView(View):
    what: str
    start: datetime
    end: datetime
    minutes: int


class WeekCheck(View):
    """Where a week is not covered: `office`, `language:<code>` or `skill:<name>`."""

    items: list[GapView]


def availability_view(found: Availability) -> PlannedAvailability:
    absences = tuple(shown_as(AbsencePlan, absence) for absence in found.absences)
    return shown_as(PlannedAvailability, found, absences=absences)


def team_view(team: teams.Team) -> Team:
    return Team(**{name: getattr(team, name) for name in Team.model_fields})
