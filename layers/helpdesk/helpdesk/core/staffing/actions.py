from collections.abc import Sequence
from datetime import datetime

from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.staffing.rules import week_check
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.core.staffing.rules.week_check import Gap
from helpdesk.core.staffing.settings import LANGUAGES
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


def teams(desk: Desk, by: Actor) -> Sequence[Team]:
    """All there are; to specialists from outside, their own."""
    roles.any_staff(by)
    return [team for team in desk.staffing.teams() if by.sees(team.id)]


def team(desk: Desk, by: Actor, team_id: TeamId) -> tuple[Team, Sequence[Member]]:
    """A team and who works in it, or NotFoundError."""
    found = next((team for team in teams(desk, by) if team.id == team_id), None)
    if found is None:
        raise NotFoundError("team", team_id)
    return found, desk.staffing.members(team_id)


def availability(desk: Desk, by: Actor, person_id: PersonId) -> Availability:
    """What somebody can be given: for leads, and for the person."""
    if by.id != person_id:
        roles.lead_only(by)
    roles.any_staff(by)
    desk.directory.person(person_id)
    return desk.staffing.availability(person_id)


def check_week(desk: Desk, by: Actor, monday: datetime) -> list[Gap]:
    """Minutes of a week without an office, a language or a skill, over all teams. Nobody counts on whose plan cannot be
    used; rosters name them.
    """
    roles.lead_only(by)
    calendars = desk.settings.of(CALENDARS)
    people: dict[PersonId, Availability] = {}
    offices = []
    for team in desk.staffing.teams():
        if team.calendar and team.calendar in calendars:
            offices.append(calendars[team.calendar])
        members = desk.staffing.members(team.id)
        people |= {m.person: m.availability for m in members if m.active and not m.availability.fault}
    return week_check.check_week(monday, offices, list(people.values()), desk.settings.of(LANGUAGES))
