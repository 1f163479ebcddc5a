"""The directory for people who are signed in: themselves, teams, and admission to live updates."""

from datetime import datetime
from typing import Any
from urllib.parse import unquote

from helpdesk.assembly.desk import desk
from helpdesk.capabilities.assignment.actions import plan, presence, teams
from helpdesk.capabilities.assignment.requests import StatusWish
from helpdesk.capabilities.assignment.rules.board import Board
from helpdesk.capabilities.assignment.views import Presence, Roster, presence_view, roster_view
from helpdesk.channels.live import actions as live
from helpdesk.channels.live.views import LiveTicket
from helpdesk.core.assets import routes as asset_routes
from helpdesk.core.directory import actions as directory_actions
from helpdesk.core.directory import views as directory
from helpdesk.core.directory.routes import caller, person
from helpdesk.core.directory.rules import Person
from helpdesk.core.directory.views import Me
from helpdesk.core.organizations import routes as organization_routes
from helpdesk.core.staffing import actions as staffing
from helpdesk.core.staffing.requests import AvailabilityPlan, TeamPlan
from helpdesk.core.staffing.views import (
    GapView,
    Member,
    PlannedAvailability,
    Teams,
    TeamWithMembers,
    WeekCheck,
    availability_view,
    team_view,
)
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match, resolver, served
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId

api = resolver()


@api.get("/api/me", responses=gives(Me))
def who_am_i() -> Answer:
    return answer(Me(**_known(person(api))))


@api.get("/api/people/<person_id>", responses=gives(directory.Person))
def read_person(person_id: str) -> Answer:
    return answer(directory.Person(**_known(directory_actions.person(desk(), caller(api), unquote(person_id)))))


@api.get("/api/teams", responses=gives(Teams))
def list_teams() -> Answer:
    found = staffing.teams(desk(), caller(api))
    return answer(Teams(items=[team_view(team) for team in found]))


@api.get("/api/teams/<team_id>", responses=gives(TeamWithMembers))
def read_team(team_id: str) -> Answer:
    team, members = staffing.team(desk(), caller(api), TeamId(team_id))
    people = [Member(id=member.person, name=member.name, role=member.role) for member in members]
    return answer(TeamWithMembers(**team_view(team).model_dump(), members=people))


@api.put("/api/teams/<team_id>", responses=gives(Roster))
def plan_team(team_id: str, wanted: TeamPlan) -> Answer:
    people = [PersonId(person_id) for person_id in wanted.members]
    board = teams.put_team(desk(), caller(api), wanted.meant(team_id), people, if_match(api))
    return _roster(board)


@api.get("/api/teams/<team_id>/roster", responses=gives(Roster))
def read_roster(team_id: str) -> Answer:
    return _roster(teams.roster(desk(), caller(api), TeamId(team_id)))


@api.get("/api/me/status", responses=gives(Presence))
def read_my_status() -> Answer:
    return answer(presence_view(presence.my_status(desk(), caller(api)), desk().clock.now()))


@api.put("/api/me/status", responses=gives(Presence))
def set_my_status(wanted: StatusWish) -> Answer:
    return answer(presence_view(presence.set_status(desk(), caller(api), wanted.status), desk().clock.now()))


@api.get("/api/people/<person_id>/availability", responses=gives(PlannedAvailability))
def read_availability(person_id: str) -> Answer:
    found = staffing.availability(desk(), caller(api), PersonId(person_id))
    return answer(availability_view(found), found.revision)


@api.put("/api/people/<person_id>/availability", responses=gives(PlannedAvailability))
def plan_availability(person_id: str, wanted: AvailabilityPlan) -> Answer:
    planned = plan.plan(desk(), caller(api), PersonId(person_id), wanted.meant(), if_match(api))
    return answer(availability_view(planned), planned.revision)


@api.get("/api/planner-check", responses=gives(WeekCheck))
def check_week(monday: datetime) -> Answer:
    gaps = staffing.check_week(desk(), caller(api), monday)
    items = [GapView(what=g.what, start=g.start, end=g.end, minutes=g.minutes) for g in gaps]
    return answer(WeekCheck(items=items))


@api.post("/api/live-tickets", responses=gives(LiveTicket, 201))
def admit_to_live() -> Answer:
    secret = live.admission(desk(), caller(api))
    url = f"{desk().site_url.replace('http', 'ws', 1)}/live?ticket={secret}"
    return answer(LiveTicket(ticket=secret, url=url), status=201)


def _roster(board: Board) -> Answer:
    return answer(roster_view(board, desk().clock.now()), board.team.revision)


def _known(found: Person) -> dict[str, Any]:
    return {name: getattr(found, name) for name in directory.Person.model_fields}


handler = served(asset_routes.added_to(organization_routes.added_to(api)))
