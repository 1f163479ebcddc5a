"""What nobody sends in good faith: refused at its place, never an error inside, and nothing of it is saved."""

import json
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.sla import BERLIN, PLAIN, a_document, changed
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply

SLA, RULES, PREVIEW = "/api/settings/sla", "/api/settings/routing", "/api/settings/sla/preview"
AVAILABILITY = "/api/people/root/availability"
ENDS = ["9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00", "1969-12-31T23:59:59Z", "2200-01-01T00:00:00Z"]
SHIFT = {"timezone": "Europe/Berlin", "week": {"mon": [["08:00", "16:00"]]}}
ZERO_WIDTH = "\u200b"


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN))[0]


def deep(levels: int) -> Any:
    return json.loads('{"a":' * levels + "1" + "}" * levels)


def refused(reply: Reply, field: str) -> str:
    """The code of what is wrong there."""
    assert (reply.status, reply.code) == (422, "invalid"), reply.text
    assert field in reply.fields
    return str(reply.body["errors"][reply.fields.index(field)]["code"])


@pytest.mark.parametrize("until", ENDS)
def test_an_instant_that_nobody_means(http: Gateway, root: Person, ticket: str, until: str):
    path = f"/api/tickets/{ticket}"
    wanted = {"state": "pending", "until": until}
    assert refused(http.post(f"{path}/transitions", wanted, by=root), "until") == "far_off"
    assert refused(http.post(PREVIEW, {"calendar": "always", "at": until}, by=root), "at") == "far_off"
    absence = {"absences": [{"start": until, "end": until}]}
    assert refused(http.save(AVAILABILITY, absence, by=root), "absences.0.start") == "far_off"
    assert refused(http.get("/api/planner-check", by=root, monday=until), "monday") == "far_off"
    assert http.get(path, by=root).body["state"] != "pending"


@pytest.mark.parametrize("at", ["1970-01-01T00:00:00Z", "2199-12-31T23:59:59Z", "2199-12-31T23:59:59+14:00"])
def test_the_ends_of_the_years_that_are_counted_with(http: Gateway, root: Person, at: str):
    for calendar in ("office-berlin", SHIFT, {**SHIFT, "region": "DE-BE"}):
        assert http.post(PREVIEW, {"calendar": calendar, "at": at, "seconds": 360_000}, by=root).status == 200
    assert http.get("/api/planner-check", by=root, monday=at).status == 200


@pytest.mark.parametrize("monday", ["2026-11-30", "2026-11-30T00:00:00", "1772442000", "next"])
def test_a_monday_that_is_no_instant(http: Gateway, root: Person, monday: str):
    assert refused(http.get("/api/planner-check", by=root, monday=monday), "monday") in {
        "timezone_aware", "datetime_parsing", "datetime_from_date_parsing",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last"), [("0001-01-01", "0001-01-02"), ("9999-12-30", "9999-12-31"), ("20000", "20001")]
)
def test_a_report_of_days_that_nobody_means(http: Gateway, root: Person, first: str, last: str):
    refused(http.get("/api/reports/escalations", by=root, **{"from": first, "to": last}), "from")


LONG = "x" * 3000


@pytest.mark.parametrize(
    ("path", "field"),
    [
        (f"/api/people/{LONG}", "person_id"),
        (f"/api/people/{LONG}/availability", "person_id"),
        (f"/api/teams/{LONG}", "team_id"),
        (f"/api/teams/{LONG}/roster", "team_id"),
        (f"/api/assets/{LONG}", "asset_id"),
        (f"/api/organizations/{LONG}", "organization_id"),
        (f"/api/tickets/{LONG}", "ticket_id"),
        (f"/api/tickets/HD-80000001/attachments/{LONG}", "attachment_id"),
    ],
)
def test_an_id_that_is_too_long(http: Gateway, root: Person, path: str, field: str):
    assert refused(http.get(path, by=root), field) == "string_too_long"


@pytest.mark.parametrize("field", ["team", "assignee", "requester", "organization", "cursor"])
def test_a_query_that_is_too_long(http: Gateway, root: Person, field: str):
    assert refused(http.get("/api/tickets", by=root, **{field: LONG}), field) == "string_too_long"


@pytest.mark.parametrize("levels", [21, 500, 900])
def test_what_is_nested_too_deep(http: Gateway, root: Person, levels: int):
    preview = http.post(PREVIEW, {"calendar": deep(levels), "at": "2026-03-02T09:00:00Z"}, by=root)
    assert refused(preview, "calendar.file") == "too_deep"
    assert refused(http.save(AVAILABILITY, {"shift": deep(levels)}, by=root), "shift") == "too_deep"
    rules = {"rules": [{"name": "deep", "when": {"hours": deep(levels)}}]}
    assert refused(http.save(RULES, rules, by=root), "rules.0.when.hours") == "too_deep"
    assert refused(http.save(SLA, a_document() | {"policies": [deep(levels)]}, by=root), "policies.0") == "too_deep"


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("\ud800", "string_unicode"),
        ({"\udfff": 1}, "string_unicode"),
        (10**400, "out_of_range"),
        (float("inf"), "out_of_range"),
        (float("nan"), "out_of_range"),
        ("x" * 400_000, "too_large"),
    ],
    ids=["half", "half of a name", "integer", "infinity", "nan", "text"],
)
def test_what_cannot_be_stored_of_a_file(http: Gateway, root: Person, inside: Any, code: str):
    assert refused(http.save(AVAILABILITY, {"shift": {**SHIFT, "name": inside}}, by=root), "shift") == code
    reply = http.save(SLA, a_document(calendars=[changed(BERLIN, name=inside)]), by=root)
    assert refused(reply, "calendars.0") == code
    assert http.get(SLA, by=root).body["revision"] == 0


def test_a_field_that_nobody_can_read(http: Gateway, root: Person):
    assert refused(http.post("/api/tickets", r'{"\ud800": 1}', by=root), "body") == "string_unicode"
    skills = http.save(AVAILABILITY, r'{"skills": {"\ud800": 1}}', by=root)
    assert [error["code"] for error in skills.body["errors"]] == ["string_unicode"]


def test_too_much_for_a_shift_and_too_many_skills(http: Gateway, root: Person):
    large = {**SHIFT, "holidays": ["2026-01-01"] * 1800}
    assert refused(http.save(AVAILABILITY, {"shift": large}, by=root), "shift") == "too_large"
    many = {f"skill {number}": 1 for number in range(100_000)}
    assert refused(http.save(AVAILABILITY, {"skills": many}, by=root), "skills") == "too_long"
    assert http.get(AVAILABILITY, by=root).body["revision"] == 0


def test_rules_that_are_too_large_together(http: Gateway, desk: Desk, root: Person):
    words = [f"{number} {'ä' * 240}" for number in range(100)]
    rules = [{"name": f"rule {number}", "when": {"words": words}} for number in range(20)]
    reply = http.save(RULES, {"rules": rules}, by=root)
    assert refused(reply, "rules") == "too_large"
    assert reply.body["errors"][0]["values"] == {"most": 350_000}
    assert http.get(RULES, by=root).body["revision"] == 0
    assert http.save(RULES, {"rules": rules[:5]}, by=root).status == 200


def test_policies_that_are_too_large_together(http: Gateway, root: Person):
    texts = ["x" * 1900 for _ in range(100)]
    policies = [changed(PLAIN, id=f"p{number}", conditions={"category": texts}) for number in range(25)]
    assert refused(http.save(SLA, a_document(policies=policies), by=root), "policies") == "too_large"
    assert http.get(SLA, by=root).body["revision"] == 0


def test_calendars_that_join_each_other_without_end(http: Gateway, root: Person):
    joined = [{"id": f"c{n}", "name": "twice", "joined": [f"c{n - 1}"] * 2} for n in range(1, 29)]
    document = a_document(calendars=[changed(BERLIN, id="c0"), *joined], policies=[changed(PLAIN, calendar="c0")])
    assert refused(http.save(SLA, document, by=root), "calendars[6].joined") == "too_many"


@pytest.mark.parametrize("time", [[], {}, None, 8, True, ["08:00"]])
def test_a_time_of_day_that_is_no_text(http: Gateway, root: Person, time: Any):
    shift = {**SHIFT, "week": {"mon": [[time, "16:00"]]}}
    assert refused(http.save(AVAILABILITY, {"shift": shift}, by=root), "shift.week.mon[0][0]") == "not_time"


@pytest.mark.parametrize("nothing", [ZERO_WIDTH, f" {ZERO_WIDTH}\u2060", "\u3164", "\u202e\u202c", "\u2800"], ids=ascii)
def test_a_text_of_which_nothing_is_seen(http: Gateway, root: Person, ticket: str, nothing: str):
    path, draft = f"/api/tickets/{ticket}", {"subject": "Help", "description": "Please"}
    form = {
        "form_token": http.get("/api/portal/form").body["form_token"],
        "name": "Rita",
        "email": "rita@people.example",
    }
    for field in draft:
        assert refused(http.post("/api/tickets", draft | {field: nothing}, by=root), field) == "not_text"
    for field in ("subject", "description", "name"):
        assert refused(http.post("/api/portal/tickets", form | draft | {field: nothing}), field) == "not_text"
    assert refused(http.patch(path, {"subject": nothing}, by=root), "subject") == "not_text"
    assert refused(http.post(f"{path}/messages", {"body": nothing}, by=root), "body") == "not_text"
    escalation = {"reason": nothing, "tried": "All of it"}
    assert refused(http.post(f"{path}/escalations", escalation, by=root), "reason") == "not_text"
    assert refused(http.save("/api/assets/a", {"name": nothing, "type": "switch"}, by=root), "name") == "not_text"
    assert refused(http.save("/api/organizations/a", {"name": nothing}, by=root), "name") == "not_text"
    assert (
        refused(http.save("/api/teams/a", {"name": nothing, "level": "L1", "members": []}, by=root), "name")
        == "not_text"
    )
    assert refused(http.save(RULES, {"rules": [{"name": nothing}]}, by=root), "rules.0.name") == "not_text"
    document = a_document(calendars=[changed(BERLIN, name=nothing)])
    assert refused(http.save(SLA, document, by=root), "calendars[0].name") == "not_text"


NFD = "Gro\u0308\u00dfe"


def test_rules_skills_and_names_do_not_ask_how_a_letter_is_written(http: Gateway, root: Person):
    rule = {"name": "large", "when": {"words": ["GRÖSSE"]}, "then": {"skills": [NFD]}}
    assert http.save(RULES, {"rules": [rule]}, by=root).status == 200
    found = http.post("/api/settings/routing/dry-runs", {"text": f"Die {NFD} stimmt nicht"}, by=root).body
    assert found["matched"] == ["large"]
    twice = {"rules": [rule, {**rule, "name": "LARGE"}]}
    assert refused(http.save(RULES, twice, by=root), "rules[1].name") == "name_taken"
    asset = {"name": "Rack", "type": "rack", "tag": NFD}
    assert http.save("/api/assets/one", asset, by=root).status == 200
    assert refused(http.save("/api/assets/two", asset | {"tag": "größe"}, by=root), "tag") == "asset_taken"
