"""The directory for people who are signed in: themselves, teams, and admission to live updates."""

from datetime import datetime
from typing import Any
from urllib.parse import unquote

from helpdesk.actions import directory, live, staffing
from helpdesk.domain.boards import Board
from helpdesk.domain.people import Person, Team
from helpdesk.domain.vocabulary import PersonId, TeamId
from helpdesk.entrypoints import asset_routes, organization_routes, staffing_views
from helpdesk.entrypoints import directory_views as views
from helpdesk.entrypoints.http import Answer, answer, caller, gives, if_match, person, resolver, served
from helpdesk.entrypoints.runtime import desk

api = resolver()


@api.get("/api/me", responses=gives(views.Me))
def who_am_i() -> Answer:
    return answer(views.Me(**_known(person(api))))


@api.get("/api/people/<person_id>", responses=gives(views.Person))
def read_person(person_id: str) -> Answer:
    return answer(views.Person(**_known(directory.person(desk(), caller(api), unquote(person_id)))))


@api.get("/api/teams", responses=gives(views.Teams))
def list_teams() -> Answer:
    found = directory.teams(desk(), caller(api))
    return answer(views.Teams(items=[_team(team) for team in found]))


@api.get("/api/teams/<team_id>", responses=gives(views.TeamWithMembers))
def read_team(team_id: str) -> Answer:
    team, members = directory.team(desk(), caller(api), TeamId(team_id))
    people = [views.Member(id=member.person, name=member.name, role=member.role) for member in members]
    return answer(views.TeamWithMembers(**_team(team).model_dump(), members=people))


@api.put("/api/teams/<team_id>", responses=gives(staffing_views.Roster))
def plan_team(team_id: str, wanted: staffing_views.TeamPlan) -> Answer:
    people = [PersonId(person_id) for person_id in wanted.members]
    board = staffing.put_team(desk(), caller(api), wanted.meant(team_id), people, if_match(api))
    return _roster(board)


@api.get("/api/teams/<team_id>/roster", responses=gives(staffing_views.Roster))
def read_roster(team_id: str) -> Answer:
    return _roster(staffing.roster(desk(), caller(api), TeamId(team_id)))


@api.get("/api/me/status", responses=gives(staffing_views.Presence))
def read_my_status() -> Answer:
    return _presence(staffing.my_status(desk(), caller(api)))


@api.put("/api/me/status", responses=gives(staffing_views.Presence))
def set_my_status(wanted: staffing_views.StatusWish) -> Answer:
    return _presence(staffing.set_status(desk(), caller(api), wanted.status))


@api.get("/api/people/<person_id>/availability", responses=gives(staffing_views.PlannedAvailability))
def read_availability(person_id: str) -> Answer:
    found = staffing.availability(desk(), caller(api), PersonId(person_id))
    return answer(staffing_views.availability_view(found), found.revision)


@api.put("/api/people/<person_id>/availability", responses=gives(staffing_views.PlannedAvailability))
def plan_availability(person_id: str, wanted: staffing_views.AvailabilityPlan) -> Answer:
    planned = staffing.plan(desk(), caller(api), PersonId(person_id), wanted.meant(), if_match(api))
    return answer(staffing_views.availability_view(planned), planned.revision)


@api.get("/api/planner-check", responses=gives(staffing_views.WeekCheck))
def check_week(monday: datetime) -> Answer:
    gaps = staffing.check_week(desk(), caller(api), monday)
    items = [staffing_views.GapView(what=g.what, start=g.start, end=g.end, minutes=g.minutes) for g in gaps]
    return answer(staffing_views.WeekCheck(items=items))


@api.post("/api/live-tickets", responses=gives(views.LiveTicket, 201))
def admit_to_live() -> Answer:
    secret = live.admission(desk(), caller(api))
    url = f"{desk().site_url.replace('http', 'ws', 1)}/live?ticket={secret}"
    return answer(views.LiveTicket(ticket=secret, url=url), status=201)


def _roster(board: Board) -> Answer:
    return answer(staffing_views.roster_view(board, desk().clock.now()), board.team.revision)


def _presence(seen: staffing.Seen) -> Answer:
    presence = seen.presence
    view = staffing_views.Presence(
        status=seen.status,
        chosen=presence.status,
        seen_at=presence.seen_at,
        idle_seconds=seen.idle_seconds,
        connected=presence.connected(desk().clock.now()),
    )
    return answer(view)


def _known(found: Person) -> dict[str, Any]:
    return {name: getattr(found, name) for name in views.Person.model_fields}


def _team(team: Team) -> views.Team:
    return views.Team(id=team.id, name=team.name, level=team.level, topic=team.topic, strategy=team.strategy)


handler = served(asset_routes.added_to(organization_routes.added_to(api)))
