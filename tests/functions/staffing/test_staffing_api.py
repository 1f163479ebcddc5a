"""Availability, teams, status, routing and rules over HTTP: who may, what is refused where, and what follows."""

import json
from datetime import timedelta
from typing import Any

import pytest
from helpdesk.capabilities.assignment.rules.request import Errand
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, Role, TeamId, TicketId

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway
from tests.lambdas import invoke

MONDAY = "2026-03-02T00:00:00Z"
SHIFT = {"timezone": "Europe/Berlin", "week": {"mon": [["08:00", "16:00"]]}}
TEAM = {"name": "Service desk", "level": "L1", "strategy": "round_robin", "members": ["ada", "lea"]}


@pytest.fixture
def lea(desk: Desk, ada: Person) -> Person:
    """A lead of the service desk."""
    return staff(desk, an_agent("Lea", role=Role.LEAD))[0]


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN, teams=()), team="nowhere")[0]


def deliver(desk: Desk) -> None:
    """What waits for assignment, as its queue delivers it."""
    while bodies := desk.assignment.queue.take():
        records = [
            {"messageId": str(number), "body": body, "attributes": {"MessageGroupId": json.loads(body)["team"]}}
            for number, body in enumerate(bodies)
        ]
        assert invoke("assign_tickets", {"Records": records}) == {"batchItemFailures": []}


def asks(desk: Desk, ticket_id: str, team: str = "service-desk") -> None:
    desk.assignment.queue.send(Errand(team=TeamId(team), ticket_id=TicketId(ticket_id)), ticket_id)
    deliver(desk)


def test_a_lead_plans_what_somebody_can_be_given(http: Gateway, lea: Person):
    plan = {"skills": {"sap": 4}, "languages": ["de"], "shift": SHIFT, "capacity": 3, "channels": {"chat": 1}}
    assert http.save("/api/people/ada/availability", plan, by=lea).status == 200
    read = http.get("/api/people/ada/availability", by=lea).body
    assert {name: read[name] for name in plan} == plan


def test_a_team_begins_without_people_and_never_over_another(http: Gateway, lea: Person):
    plan, unwritten = {"name": "Printers", "level": "L1", "members": []}, {"if-match": '"0"'}
    assert http.put("/api/teams/printers", plan, by=lea, headers=unwritten).status == 200
    assert http.get("/api/teams/printers/roster", by=lea).body["revision"] == 1
    assert http.put("/api/teams/printers", plan, by=lea, headers=unwritten).status == 412


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        ({"shift": {**SHIFT, "timezone": "Mars/Olympus"}}, "shift.timezone"),
        ({"shift": {**SHIFT, "week": {"mon": [["08:00", "soon"]]}}}, "shift.week.mon[0][1]"),
        ({"capacity": -1}, "capacity"),
        ({"weight": 0}, "weight"),
        ({"skills": {"sap": 6}}, "skills.sap"),
        ({"absences": [{"start": "2026-03-02T10:00:00Z", "end": "2026-03-02T09:00:00Z"}]}, "absences[0].end"),
        (
            {"absences": [{"start": "2026-03-02T10:00:00Z", "end": "2026-03-03T09:00:00Z", "substitute": "ada"}]},
            "absences[0].substitute",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(http: Gateway, lea: Person, plan: dict[str, Any], field: str):
    reply = http.save("/api/people/ada/availability", plan, by=lea)
    assert (reply.status, reply.body["errors"][0]["field"]) == (422, field)


@pytest.mark.parametrize(("path", "plan"), [("/api/people/ada/availability", {}), ("/api/teams/service-desk", TEAM)])
def test_a_plan_made_from_an_older_one_is_refused(http: Gateway, lea: Person, path: str, plan: dict[str, Any]):
    read = path if "people" in path else f"{path}/roster"
    assert (http.get(read, by=lea).headers["etag"], http.get(read, by=lea).body["revision"]) == ('"0"', 0)
    assert http.put(path, plan, by=lea, headers={"if-match": '"0"'}).headers["etag"] == '"1"'
    refused = http.put(path, plan, by=lea, headers={"if-match": '"0"'})
    assert (refused.status, refused.body["code"]) == (412, "settings_moved")
    assert http.save(path, plan, by=lea).body["revision"] == 2


def test_leads_look_somebody_up_by_id_or_address(http: Gateway, ada: Person, lea: Person):
    by_id, by_address = (
        http.get("/api/people/ada", by=lea).body,
        http.get(f"/api/people/{ada.email.upper()}", by=lea).body,
    )
    assert by_id == by_address == http.get("/api/people/ada", by=ada).body
    assert (by_id["name"], by_id["email"], by_id["teams"]) == (ada.name, ada.email, ["service-desk"])
    assert http.get("/api/people/lea", by=ada).status == 404
    assert [http.get(f"/api/people/{name}", by=lea).status for name in ("no@people.example", "nobody")] == [404, 404]


def test_the_roster_says_who_can_do_what_and_who_is_away(http: Gateway, lea: Person):
    absence = {"start": "2026-03-02T00:00:00Z", "end": "2026-03-09T00:00:00Z", "substitute": "lea"}
    http.save("/api/people/ada/availability", {"skills": {"sap": 4}, "weight": 50, "absences": [absence]}, by=lea)
    ada, other = http.get("/api/teams/service-desk/roster", by=lea).body["members"]
    assert (ada["skills"], ada["weight"], ada["out"], ada["substitute"]) == ({"sap": 4}, 50, "absent", "lea")
    assert (ada["away_until"], other["away_until"]) == ("2026-03-09T00:00:00Z", None)


@pytest.mark.parametrize("named", ["night", "night@1"])
def test_a_team_works_in_the_hours_of_a_calendar_that_was_saved(http: Gateway, lea: Person, root: Person, named: str):
    """Named by its id as by a version of it, it is the calendar that holds."""
    saved = http.get("/api/settings/sla", by=root).body
    whole = {"timezone": "UTC", "week": {"mon": [["00:00", "24:00"]]}}
    night = {"id": "night", "name": "Night", "timezone": "UTC", "week": {"mon": [["20:00", "24:00"]]}}
    for calendar in (night, night | whole):
        document = {name: saved[name] for name in ("policies",)} | {"calendars": [*saved["calendars"], calendar]}
        assert http.save("/api/settings/sla", document, by=root).status == 200
    reply = http.save("/api/teams/service-desk", TEAM | {"calendar": named}, by=lea)
    assert (reply.status, reply.body["calendar"]) == (200, "night")
    gaps = http.get("/api/planner-check", by=lea, monday=MONDAY).body["items"]
    assert min(gap["start"] for gap in gaps if gap["what"] == "office") == "2026-03-03T00:00:00Z"


def test_agents_see_their_own_plan_and_change_none(http: Gateway, ada: Person, lea: Person):
    assert http.get("/api/people/ada/availability", by=ada).status == 200
    assert http.get("/api/people/lea/availability", by=ada).status == 403
    assert http.save("/api/people/ada/availability", {}, by=ada).status == 403
    assert http.save("/api/teams/service-desk", TEAM, by=ada).status == 403
    assert http.get("/api/planner-check", by=ada, monday=MONDAY).status == 403


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/api/teams/service-desk/roster", None),
        ("GET", "/api/people/rita/availability", None),
        ("GET", "/api/settings/routing", None),
        ("GET", "/api/me/status", None),
        ("PUT", "/api/me/status", {"status": "busy"}),
        ("POST", "/api/teams/service-desk/take-next", None),
        ("POST", "/api/settings/routing/dry-runs", {"text": "hello"}),
    ],
)
def test_requesters_plan_nothing(http: Gateway, rita: Person, method: str, path: str, body: Any):
    assert http.send(method, path, body, by=rita).status == 403


def test_a_team_is_planned_and_its_people_follow(http: Gateway, desk: Desk, lea: Person):
    desk.directory.put_person(an_agent("Bob", teams=()))
    reply = http.save("/api/teams/service-desk", {**TEAM, "members": ["lea", "bob"]}, by=lea)
    assert (reply.status, reply.body["strategy"]) == (200, "round_robin")
    assert [member["id"] for member in reply.body["members"]] == ["bob", "lea"]
    teams = {name: desk.directory.person(name).teams for name in ("ada", "bob", "lea")}
    assert teams == {"ada": (), "bob": ("service-desk",), "lea": ("service-desk",)}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"members": ["nobody"]}, "members"),
        ({"members": ["rita"]}, "members"),
        ({"calendar": "moon"}, "calendar"),
        ({"calendar": "moon@1"}, "calendar"),
        ({"next_office": "service-desk"}, "next_office"),
    ],
)
def test_a_team_that_cannot_be_is_refused(http: Gateway, lea: Person, rita: Person, change: Any, field: str):
    reply = http.save("/api/teams/service-desk", TEAM | change, by=lea)
    assert (reply.status, reply.body["errors"][0]["field"]) == (422, field)


def test_who_is_busy_is_given_nothing_until_they_are_available(http: Gateway, desk: Desk, ada: Person, ticket: str):
    http.put("/api/me/status", {"status": "busy"}, by=ada)
    asks(desk, ticket)
    waiting = http.get(f"/api/tickets/{ticket}/routing", by=ada).body["waiting"]
    assert (waiting["reason"], waiting["ahead"]) == ("busy", 0)
    roster = http.get("/api/teams/service-desk/roster", by=ada).body
    assert (roster["members"][0]["status"], roster["waiting"]) == ("busy", 1)
    http.put("/api/me/status", {"status": "available"}, by=ada)
    deliver(desk)
    assert desk.tickets.get(ticket).assignee == "ada"


def test_who_is_not_seen_for_long_counts_as_away(http: Gateway, desk: Desk, ada: Person, lea: Person):
    fresh = {"status": "available", "chosen": "available", "seen_at": None, "idle_seconds": None, "connected": False}
    assert http.get("/api/me/status", by=ada).body == fresh
    http.save("/api/people/ada/availability", {"idle_seconds": 600}, by=lea)
    set_now = http.put("/api/me/status", {"status": "available"}, by=ada).body
    assert (set_now["status"], set_now["idle_seconds"]) == ("available", 600)
    assert http.get("/api/me/status", by=ada).body == set_now
    desk.clock.advance(timedelta(minutes=11))
    later = http.get("/api/me/status", by=ada).body
    assert (later["status"], later["chosen"], later["seen_at"]) == ("away", "available", set_now["seen_at"])


def test_a_substitute_set_by_the_lead_gets_what_the_absent_have(http: Gateway, desk: Desk, lea: Person, ticket: str):
    http.save("/api/people/lea/availability", {"capacity": 0}, by=lea)
    asks(desk, ticket)
    assert desk.tickets.get(ticket).assignee == "ada"
    absence = {"start": "2026-03-02T00:00:00Z", "end": "2026-03-09T00:00:00Z", "substitute": "lea"}
    http.save("/api/people/ada/availability", {"absences": [absence]}, by=lea)
    deliver(desk)
    assert desk.tickets.get(ticket).assignee == "lea"
    decision = http.get(f"/api/tickets/{ticket}/routing", by=lea).body["decisions"][0]
    assert (decision["type"], decision["reason"], decision["assignee"]) == ("TicketHandedOver", "absence", "lea")


def test_the_next_ticket_is_taken(http: Gateway, desk: Desk, lea: Person, ticket: str):
    http.save("/api/teams/service-desk", {**TEAM, "strategy": "manual_pull"}, by=lea)
    asks(desk, ticket)
    reply = http.post("/api/teams/service-desk/take-next", by=lea)
    assert (reply.status, reply.body["id"], reply.body["assignee"]["id"]) == (200, ticket, "lea")
    assert http.post("/api/teams/service-desk/take-next", by=lea).status == 404


def test_a_week_without_cover_is_shown(http: Gateway, lea: Person):
    http.save("/api/people/ada/availability", {"languages": ["en"], "shift": SHIFT}, by=lea)
    http.save("/api/people/lea/availability", {"languages": ["en"], "shift": SHIFT}, by=lea)
    items = http.get("/api/planner-check", by=lea, monday=MONDAY).body["items"]
    minutes = {
        what: sum(item["minutes"] for item in items if item["what"] == what) for what in ("office", "language:en")
    }
    assert minutes == {"office": 10_080, "language:en": 10_080 - 480}


def test_a_week_shows_who_is_there_when_and_which_teams_have_no_hours(http: Gateway, desk: Desk, lea: Person):
    monday = "2026-03-02T{}:00:00Z"
    away = [
        {"start": monday.format("09"), "end": monday.format("11")},
        {"start": "2026-03-01T00:00:00Z", "end": "2026-03-02T01:00:00Z"},
    ]
    plan = {"languages": ["en"], "skills": {"sap": 4}, "shift": SHIFT, "absences": away}
    http.save("/api/people/ada/availability", plan, by=lea)
    staff(desk, desk.directory.person(PersonId("ada")), team="night-desk")
    week = http.get("/api/planner-check", by=lea, monday=MONDAY).body
    assert {team["id"]: team["calendar"] for team in week["teams"]} == {"night-desk": None, "service-desk": None}
    ada, other = sorted(week["people"], key=lambda each: each["id"])
    assert (ada["teams"], ada["languages"], ada["skills"]) == (["night-desk", "service-desk"], ["en"], ["sap"])
    spans = {name: [(each["start"], each["end"]) for each in ada[name]] for name in ("there", "away")}
    assert spans == {
        "there": [(monday.format("07"), monday.format("09")), (monday.format("11"), monday.format("15"))],
        "away": [(monday.format("00"), monday.format("01")), (monday.format("09"), monday.format("11"))],
    }
    assert (ada["planned"], other["planned"]) == (True, False)
    assert [(each["start"], each["end"]) for each in other["there"]] == [(MONDAY, "2026-03-09T00:00:00Z")]


RULE = {
    "name": "vpn",
    "when": {"words": ["vpn"]},
    "then": {"category": "network", "tags": ["vpn"], "skills": ["cisco"]},
}


def test_rules_are_saved_by_administrators_and_hold_for_the_next_ticket(http: Gateway, desk: Desk, root: Person):
    assert http.save("/api/settings/routing", {"rules": [RULE]}, by=root).body["revision"] == 1
    assert http.get("/api/settings/routing", by=root).body["rules"][0]["name"] == "vpn"
    draft = {"subject": "My VPN is down", "description": "No way in."}
    made = desk.tickets.get(http.post("/api/tickets", draft, by=root).body["id"])
    assert (made.category, made.tags, made.skills) == ("network", ("vpn",), ("cisco",))


def test_only_administrators_save_rules(http: Gateway, lea: Person):
    assert http.save("/api/settings/routing", {"rules": []}, by=lea).status == 403


@pytest.mark.parametrize(
    ("rules", "field"),
    [
        ([RULE, RULE], "rules[1].name"),
        ([RULE | {"then": {"team": "moon"}}], "rules[0].then.team"),
        ([RULE | {"then": {"team": "service-desk", "level": "L2"}}], "rules[0].then.team"),
        ([RULE | {"then": {"category": "moon"}}], "rules[0].category"),
        ([RULE | {"then": {"policy": "moon"}}], "rules[0].then.policy"),
        ([RULE | {"when": {"hours": {"timezone": "Mars"}}}], "rules[0].when.hours.timezone"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_at_its_place(http: Gateway, root: Person, rules: Any, field: str):
    reply = http.save("/api/settings/routing", {"rules": rules}, by=root)
    assert (reply.status, reply.body["errors"][0]["field"]) == (422, field)


def test_a_dry_run_says_what_would_match_and_writes_nothing(http: Gateway, desk: Desk, lea: Person):
    reply = http.post("/api/settings/routing/dry-runs", {"text": "vpn ransomware", "rules": [RULE]}, by=lea).body
    assert (reply["matched"], reply["level"], reply["then"]["category"]) == (["vpn"], "L1", "network")
    reply = http.post("/api/settings/routing/dry-runs", {"text": "vpn ransomware"}, by=lea).body
    assert (reply["matched"], reply["team"]) == (["security goes to operations"], "it-operations")


def test_a_rule_that_names_a_team_means_the_level_at_which_it_works(http: Gateway, desk: Desk, root: Person):
    staff(desk, an_agent("Olga"), team="it-operations", level=Level.L2)
    rules = [RULE | {"then": {"team": "it-operations"}}]
    tried = http.post("/api/settings/routing/dry-runs", {"text": "vpn", "rules": rules}, by=root).body
    saved = http.save("/api/settings/routing", {"rules": rules}, by=root).body["rules"][0]["then"]
    assert (tried["level"], saved["level"]) == ("L2", "L2")
