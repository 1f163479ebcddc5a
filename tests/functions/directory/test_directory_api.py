"""directory_api: who I am, teams, and admission to live updates."""

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, Role, TeamId

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway


def test_who_i_am(http: Gateway, ada: Person):
    reply = http.get("/api/me", by=ada)
    assert reply.status == 200
    assert reply.body == {
        "id": "ada",
        "name": "Ada",
        "email": "ada@people.example",
        "phone": None,
        "role": "agent",
        "language": "en",
        "timezone": "UTC",
        "teams": ["service-desk"],
        "organization": None,
        "active": True,
        "others": [],
        "deeds": [],
        "settled": False,
    }


def test_who_signs_in_for_the_first_time_comes_into_the_directory(http: Gateway, desk: Desk):
    claims = {"email": "Nina@People.example", "email_verified": "true", "name": "Nina", "cognito:groups": "[lead]"}
    first, again = http.get("/api/me", by=claims).body, http.get("/api/me", by=claims).body
    assert (first["name"], first["email"], first["role"]) == ("Nina", "nina@people.example", "lead")
    assert again == first
    assert desk.directory.by_email("nina@people.example").id == first["id"]


@pytest.mark.parametrize("name", [{}, {"name": ""}, {"name": "\u200b"}])
def test_somebody_without_a_name_is_called_by_their_address(http: Gateway, name: dict[str, str]):
    nina = {"email": "nina@people.example", "email_verified": "true"} | name
    assert http.get("/api/me", by=nina).body["name"] == "nina@people.example"


@pytest.mark.parametrize(
    ("groups", "role"),
    [("[agent]", "agent"), ("[agent lead]", "lead"), ("[admin lead]", "admin"), ("[]", "requester"), ("", "requester")],
)
def test_the_groups_of_the_token_make_the_role(http: Gateway, ada: Person, groups: str, role: str):
    claims = {"email": ada.email, "email_verified": "true", "name": ada.name, "cognito:groups": groups}
    assert http.get("/api/me", by=claims).body["role"] == role


def test_staff_see_teams_and_who_works_in_them(http: Gateway, desk: Desk, ada: Person):
    bob = staff(desk, an_agent("Bob", role=Role.LEAD))[0]
    desk.staffing.put_team(Team(id=TeamId("it-operations"), name="IT operations", level=Level.L2, topic="servers"))
    teams = http.get("/api/teams", by=ada).body["items"]
    assert {team["id"]: (team["level"], team["topic"]) for team in teams} == {
        "it-operations": ("L2", "servers"),
        "service-desk": ("L1", ""),
    }
    assert {team["strategy"] for team in teams} == {"weighted_load"}
    team = http.get("/api/teams/service-desk", by=ada).body
    assert {(member["id"], member["name"], member["role"]) for member in team["members"]} == {
        (ada.id, "Ada", "agent"),
        (bob.id, "Bob", "lead"),
    }


@pytest.mark.parametrize("team", ["nobodys", "%2e%2e", "x" * 300, "M#ada"])
def test_a_team_that_is_none(http: Gateway, ada: Person, team: str):
    reply = http.get(f"/api/teams/{team}", by=ada)
    assert (reply.status, reply.code) == (404, "not_found")


@pytest.mark.parametrize("path", ["/api/teams", "/api/teams/service-desk", "/api/teams/nobodys"])
def test_teams_are_for_staff(http: Gateway, ada: Person, rita: Person, path: str):
    reply = http.get(path, by=rita)
    assert (reply.status, reply.code) == (403, "forbidden")


def test_an_admission_opens_one_live_connection(http: Gateway, desk: Desk, rita: Person):
    reply = http.post("/api/live-tickets", by=rita)
    assert reply.status == 201
    ticket = reply.body["ticket"]
    assert reply.body["url"] == f"wss://desk.example/live?ticket={ticket}"
    assert desk.live.board.admit(ticket, "connection").id == rita.id
    assert desk.live.board.admit(ticket, "another") is None


def test_every_admission_is_another(http: Gateway, rita: Person):
    tickets = {http.post("/api/live-tickets", by=rita).body["ticket"] for _ in range(3)}
    assert len(tickets) == 3


def test_an_unconfirmed_address_opens_nobodys_tickets(http):
    answer = http.get("/api/me", by={"email": "ada@people.example", "email_verified": "false"})
    assert (answer.status, answer.body["code"]) == (401, "sign_in_required")


@pytest.mark.parametrize("name", ["ada", "ada@people.example", "ADA@People.example", "nobody", "nobody@people.example"])
@pytest.mark.parametrize("rest", ["", "/availability"])
def test_a_requester_learns_of_nobody_whether_they_exist(
    http: Gateway, ada: Person, rita: Person, name: str, rest: str
):
    found = http.get(f"/api/people/{name}{rest}", by=rita)
    missing = http.get(f"/api/people/{'x' * len(name)}{rest}", by=rita)
    assert found.status == missing.status
    assert (found.code, found.text.replace(name, "x" * len(name))) == (missing.code, missing.text)


@pytest.mark.parametrize("name", ["rita", "rita@people.example", "RITA@people.example"])
def test_everybody_finds_themselves(http: Gateway, rita: Person, name: str):
    assert http.get(f"/api/people/{name}", by=rita).body["id"] == "rita"


def test_who_works_in_the_house_finds_themselves_and_who_asks_and_no_colleague(
    http: Gateway, desk: Desk, ada: Person, rita: Person
):
    staff(desk, an_agent("Bob"))
    found = http.get("/api/people/rita", by=ada)
    assert (found.status, found.body["timezone"]) == (200, rita.timezone)
    assert http.get("/api/people/rita@people.example", by=ada).body == found.body
    assert http.get("/api/people/ada", by=ada).status == 200
    others = ("bob", "bob@people.example", "nobody")
    assert {http.get(f"/api/people/{name}", by=ada).status for name in others} == {404}


def test_administrators_say_what_somebody_is_called_and_how_they_are_written_to(
    http: Gateway, desk: Desk, ada: Person, rita: Person
):
    (alex,) = staff(desk, an_agent("Alex", role=Role.ADMIN))
    wanted = {"name": "Rita Maria", "language": "de", "timezone": "Europe/Berlin"}
    for part, value in wanted.items():
        assert http.save("/api/people/rita/contact", {part: value}, by=ada).status == 403
    reply = http.save("/api/people/rita/contact", wanted, by=alex)
    assert {name: reply.body[name] for name in wanted} == wanted
    assert desk.directory.person(rita.id).settled
    assert http.save("/api/people/rita/contact", {"timezone": "Mars/Olympus"}, by=alex).fields == ["timezone"]
    assert http.save("/api/people/rita/contact", {"phone": "110"}, by=ada).body["name"] == "Rita Maria"
