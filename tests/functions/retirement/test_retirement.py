"""Retired teams: what points at one is named, nothing new comes there, what was there stays known."""

import json
from typing import Any

import pytest
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.capabilities.routing.rules.rule import Actions, Rule
from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, Role, TeamId, TicketId

from tests.builders.directory import an_agent
from tests.builders.routing import have_rules
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply
from tests.lambdas import invoke

NIGHT = "/api/teams/night-desk/retirement"
PLAN = {"name": "Night desk", "level": "L1", "members": []}


@pytest.fixture
def alex(desk: Desk, ada: Person) -> Person:
    """An administrator. There is a night desk beside the service desk, and Nina works there."""
    staff(desk, an_agent("Nina", teams=()), team="night-desk")
    return staff(desk, an_agent("Alex", role=Role.ADMIN, teams=()), team="management")[0]


def retire(http: Gateway, by: Person, successor: str | None = None) -> Reply:
    return http.put(NIGHT, {"retired": True, "successor": successor}, by=by)


def correct(http: Gateway, ticket: str, by: Person) -> Reply:
    """It belongs to the night desk."""
    return http.post(f"/api/tickets/{ticket}/routing-corrections", {"team": "night-desk", "reason": "Night"}, by=by)


def deliver(desk: Desk) -> None:
    while bodies := desk.assignment.queue.take():
        records = [
            {"messageId": str(number), "body": body, "attributes": {"MessageGroupId": json.loads(body)["team"]}}
            for number, body in enumerate(bodies)
        ]
        assert invoke("assign_tickets", {"Records": records}) == {"batchItemFailures": []}


def a_ladder(name: str, **action: str) -> dict[str, Any]:
    which = name.lower().replace(" ", "-")
    return {"id": which, "name": name, "when": {"created": ["P1"]}, "steps": [{"actions": [action]}]}


def errors(reply: Reply) -> list[tuple[str, str, dict[str, Any]]]:
    return [(error["field"], error["code"], error["values"]) for error in reply.body["errors"]]


def test_a_team_that_nothing_points_at_is_retired_and_comes_back(http: Gateway, alex: Person):
    reply = retire(http, alex)
    assert (reply.status, reply.body["retired"], reply.body["successor"]) == (200, True, "service-desk")
    listed = {team["id"]: team["retired"] for team in http.get("/api/teams", by=alex).body["items"]}
    assert listed == {"management": False, "night-desk": True, "service-desk": False}
    back = http.put(NIGHT, {"retired": False}, by=alex)
    assert (back.status, back.body["retired"], back.body["successor"]) == (200, False, None)
    assert [member["id"] for member in back.body["members"]] == ["nina"]
    assert http.put(NIGHT, {"retired": False}, by=alex).body["revision"] == back.body["revision"]


def test_all_that_points_at_it_is_named(http: Gateway, desk: Desk, alex: Person, ticket: str):
    have_rules(desk, Rule(name="Nights", then=Actions(team=TeamId("night-desk"))), Rule(name="Days"))
    desk.staffing.put_team(Team(id="late-desk", name="Late", level=Level.L1, next_office="night-desk"))
    saved = http.get("/api/settings/sla", by=alex).body
    ladders = [
        a_ladder("Wake up", notify="team:night-desk"),
        a_ladder("Move on", reassign="night-desk"),
    ]
    document = {name: saved[name] for name in ("calendars", "policies")} | {"ladders": [*saved["ladders"], *ladders]}
    assert http.save("/api/settings/sla", document, by=alex).status == 200
    correct(http, ticket, alex)
    reply = retire(http, alex)
    assert (reply.status, reply.code) == (409, "team_in_use")
    assert errors(reply) == [
        ("rules", "team_in_rule", {"name": "Nights"}),
        ("ladders", "team_in_ladder", {"name": "Wake up"}),
        ("ladders", "team_in_ladder", {"name": "Move on"}),
        ("teams", "team_is_next_office", {"name": "Late"}),
        ("successor", "team_has_tickets", {"tickets": ticket}),
    ]
    assert "Nights" in reply.body["detail"]
    assert len(errors(retire(http, alex, "service-desk"))) == 4
    assert http.get("/api/teams/night-desk/roster", by=alex).body["retired"] is False


def test_the_team_that_takes_what_comes_to_a_level_is_not_retired(http: Gateway, alex: Person):
    reply = http.put("/api/teams/service-desk/retirement", {"retired": True, "successor": "night-desk"}, by=alex)
    assert (reply.status, errors(reply)) == (409, [("level_teams", "team_takes_level", {"level": "L1"})])


def test_its_tickets_go_on_to_the_successor(http: Gateway, desk: Desk, alex: Person, ticket: str):
    correct(http, ticket, alex)
    deliver(desk)
    assert retire(http, alex, "service-desk").status == 200
    deliver(desk)
    assert http.get(f"/api/tickets/{ticket}", by=alex).body["team"] == "service-desk"
    handed = [entry.event for entry in desk.tickets.entries(TicketId(ticket)) if entry.type == "TicketHandedOver"][-1]
    assert (handed.cause, handed.previous_team, handed.team) == ("retired", "night-desk", "service-desk")


@pytest.mark.parametrize(
    ("successor", "code"),
    [("nowhere", "no_other_team"), ("night-desk", "no_other_team"), ("old", "no_other_team"), ("second", "team_level")],
)
def test_who_goes_on_is_another_team_of_its_level(http: Gateway, desk: Desk, alex: Person, successor: str, code: str):
    desk.staffing.put_team(Team(id="old", name="Old", level=Level.L1, retired=True))
    desk.staffing.put_team(Team(id="second", name="Second", level=Level.L2))
    reply = retire(http, alex, successor)
    assert (reply.status, [(field, found) for field, found, _ in errors(reply)]) == (422, [("successor", code)])


def test_nothing_new_is_given_to_it(http: Gateway, desk: Desk, alex: Person, ticket: str):
    retire(http, alex)
    rule = {"name": "Nights", "when": {}, "then": {"team": "night-desk"}}
    saved = http.get("/api/settings/sla", by=alex).body
    document = {name: saved[name] for name in ("calendars", "policies")} | {
        "ladders": [a_ladder("Move on", reassign="night-desk")]
    }
    for reply, field in (
        (correct(http, ticket, alex), "team"),
        (
            http.post(
                f"/api/tickets/{ticket}/hand-overs",
                {"summary": "a", "next_step": "b", "team": "night-desk"},
                by=alex,
            ),
            "team",
        ),
        (http.save("/api/settings/routing", {"rules": [rule]}, by=alex), "rules[0].then.team"),
        (http.save("/api/settings/sla", document, by=alex), "ladders[0].steps[0].actions[0].reassign"),
        (http.save("/api/teams/late-desk", PLAN | {"next_office": "night-desk"}, by=alex), "next_office"),
    ):
        assert (reply.status, reply.fields) == (422, [field])


def test_who_worked_there_first_is_given_tickets_where_they_work_now(
    http: Gateway, desk: Desk, alex: Person, ticket: str
):
    for team in ("late-desk", "night-desk"):
        desk.staffing.put_team(Team(id=TeamId(team), name=team, level=Level.L1, retired=team == "night-desk"))
    desk.directory.put_person(an_agent("Nina", teams=("night-desk", "late-desk")))
    reply = http.post(
        f"/api/tickets/{ticket}/hand-overs", {"summary": "a", "next_step": "b", "person": "nina"}, by=alex
    )
    assert (reply.status, reply.body["team"], reply.body["assignee"]["id"]) == (201, "late-desk", "nina")


def test_what_comes_there_all_the_same_goes_on(http: Gateway, desk: Desk, alex: Person, ticket: str):
    """Solved before, reopened after: nobody works there any more."""
    correct(http, ticket, alex)
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "solved"}, by=alex)
    assert retire(http, alex).status == 200
    http.post(f"/api/tickets/{ticket}/transitions", {"state": "open"}, by=alex)
    desk.assignment.queue.send(Errand(team=TeamId("night-desk"), ticket_id=TicketId(ticket)), "reopened")
    deliver(desk)
    assert http.get(f"/api/tickets/{ticket}", by=alex).body["team"] == "service-desk"


def test_a_retired_team_is_planned_when_it_is_back(http: Gateway, alex: Person):
    retire(http, alex)
    assert http.save("/api/teams/night-desk", PLAN, by=alex).code == "team_retired"
    http.put(NIGHT, {"retired": False}, by=alex)
    assert http.save("/api/teams/night-desk", PLAN, by=alex).status == 200


@pytest.mark.parametrize("by", ["ada", "lea", "rita"])
def test_administrators_alone_retire(http: Gateway, desk: Desk, alex: Person, rita: Person, by: str):
    staff(desk, an_agent("Lea", role=Role.LEAD))
    for retired in (True, False):
        reply = http.put(NIGHT, {"retired": retired}, by=desk.directory.person(by))
        assert (reply.status, reply.code) == (403, "forbidden")


def test_there_is_nothing_to_retire(http: Gateway, alex: Person):
    for retired in (True, False):
        assert http.put("/api/teams/nowhere/retirement", {"retired": retired}, by=alex).status == 404


@pytest.mark.parametrize("name", ["%20", "none", "new", "a" * 65, "Night", "-night", "night_desk", "n" * 300])
def test_a_team_is_called_in_a_way_that_can_be_written(http: Gateway, alex: Person, name: str):
    reply = http.put(f"/api/teams/{name}", PLAN, by=alex, headers={"if-match": '"0"'})
    assert (reply.status, reply.fields) == (422, ["id"])


def test_a_team_that_was_called_otherwise_before_is_planned_as_ever(http: Gateway, desk: Desk, alex: Person):
    desk.staffing.put_team(Team(id="Night_Desk", name="Night", level=Level.L1))
    reply = http.put("/api/teams/Night_Desk", PLAN, by=alex, headers={"if-match": '"0"'})
    assert reply.status == 200
