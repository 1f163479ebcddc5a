from collections.abc import Sequence
from datetime import datetime

from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.staffing.rules import week_check
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.core.staffing.rules.week_check import Week
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
    roles.any_staff(by)
    found = desk.staffing.team(team_id)
    if found is None or not by.sees(team_id):
        raise NotFoundError("team", team_id)
    return found, desk.staffing.members(team_id)


def availability(desk: Desk, by: Actor, person_id: PersonId) -> Availability:
    """What somebody can be given: for leads, and for the person."""
    if by.id != person_id:
        roles.lead_only(by)
    roles.any_staff(by)
    desk.directory.person(person_id)
    return desk.staffing.availability(person_id)


def check_week(desk: Desk, by: Actor, monday: datetime) -> Week:
    """Who is there in a week, and its minutes without an office, a language or a skill, over all teams. Nobody counts
    on whose plan cannot be used; rosters name them.
    """
    roles.lead_only(by)
    calendars = desk.settings.of(CALENDARS)
    teams = [team for team in desk.staffing.teams() if not team.retired]
    named = [calendars.named(team.calendar) for team in teams if team.calendar]
    people: dict[PersonId, tuple[Member, list[TeamId]]] = {}
    for team in teams:
        for member in desk.staffing.members(team.id):
            if member.active and not member.availability.fault:
                people.setdefault(member.person, (member, []))[1].append(team.id)
    able = [member.availability for member, _ in people.values()]
    offices = [calendars[held] for held in named if held]
    return Week(
        gaps=week_check.check_week(monday, offices, able, desk.settings.of(LANGUAGES)),
        teams=teams,
        people=[week_check.plan(monday, member, where) for member, where in people.values()],
    )
