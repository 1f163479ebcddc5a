"""What the API takes and gives of people's availability, teams and choices."""

from datetime import datetime

from helpdesk.core.staffing.requests import AbsencePlan, AvailabilityPlan
from helpdesk.core.staffing.rules import teams
from helpdesk.core.staffing.rules.availability import Availability, Strategy
from helpdesk.core.staffing.rules.week_check import Plan, Week
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


class StretchView(View):
    start: datetime
    end: datetime


class WeekOfTeam(View):
    id: str
    name: str
    calendar: str | None


class WeekOfPerson(View):
    """When they are on shift and not away, and when they are away. Without a shift (`planned`) they are there at any
    time; without `languages` they answer in any.
    """

    id: str
    name: str
    teams: list[str]
    languages: list[str]
    skills: list[str]
    planned: bool
    there: list[StretchView]
    away: list[StretchView]


class WeekCheck(View):
    """Where a week is not covered: `office`, `language:<code>` or `skill:<name>`; and who is there when."""

    items: list[GapView]
    teams: list[WeekOfTeam]
    people: list[WeekOfPerson]


def availability_view(found: Availability) -> PlannedAvailability:
    absences = tuple(shown_as(AbsencePlan, absence) for absence in found.absences)
    return shown_as(PlannedAvailability, found, absences=absences)


def team_view(team: teams.Team) -> Team:
    return Team(**{name: getattr(team, name) for name in Team.model_fields})


def week_view(week: Week) -> WeekCheck:
    return WeekCheck(
        items=[shown_as(GapView, gap) for gap in week.gaps],
        teams=[shown_as(WeekOfTeam, team) for team in week.teams],
        people=[_of_person(each) for each in week.people],
    )


def _of_person(plan: Plan) -> WeekOfPerson:
    can = plan.member.availability
    return WeekOfPerson(
        id=plan.member.person,
        name=plan.member.name,
        teams=list(plan.teams),
        languages=list(can.languages),
        skills=list(can.skills),
        planned=plan.planned,
        there=[shown_as(StretchView, each) for each in plan.there],
        away=[shown_as(StretchView, each) for each in plan.away],
    )
