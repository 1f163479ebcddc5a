"""The directory for people who are signed in: themselves, teams, and admission to live updates."""

from helpdesk.actions import directory, live
from helpdesk.domain.people import Team
from helpdesk.domain.vocabulary import TeamId
from helpdesk.entrypoints import views
from helpdesk.entrypoints.http import Answer, answer, caller, person, resolver, served
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.tickets import gives

api = resolver()


@api.get("/api/me", responses=gives(views.Me))
def who_am_i() -> Answer:
    me = person(api)
    view = views.Me(
        id=me.id,
        name=me.name,
        email=me.email,
        role=me.role,
        language=me.language,
        timezone=me.timezone,
        teams=list(me.teams),
    )
    return answer(view)


@api.get("/api/teams", responses=gives(views.Teams))
def list_teams() -> Answer:
    found = directory.teams(desk(), caller(api))
    return answer(views.Teams(items=[_team(team) for team in found]))


@api.get("/api/teams/<team_id>", responses=gives(views.TeamWithMembers))
def read_team(team_id: str) -> Answer:
    team, members = directory.team(desk(), caller(api), TeamId(team_id))
    people = [views.Member(id=member.person, name=member.name, role=member.role) for member in members]
    return answer(views.TeamWithMembers(**_team(team).model_dump(), members=people))


@api.post("/api/live-tickets", responses=gives(views.LiveTicket, 201))
def admit_to_live() -> Answer:
    secret = live.admission(desk(), caller(api))
    url = f"{desk().site_url.replace('http', 'ws', 1)}/live?ticket={secret}"
    return answer(views.LiveTicket(ticket=secret, url=url), status=201)


def _team(team: Team) -> views.Team:
    return views.Team(id=team.id, name=team.name, level=team.level, topic=team.topic)


handler = served(api)
