"""Assets over HTTP: who may read and save them, how tickets name them, and how rules and explanations use them."""

from typing import Any

import pytest
from helpdesk.core.assets.rules import Asset
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role, Scale

from tests.builders.assets import an_asset
from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

PLAN: dict[str, Any] = {
    "name": "Core switch",
    "type": "switch",
    "tag": " SN  4711/2 ",
    "organization": "acme",
    "impact": "high",
    "notes": "Rack 3",
}
PATH = "/api/assets/core-switch"
DRAFT: dict[str, Any] = {"subject": "No network", "description": "Since nine."}
DRY_RUN = "/api/settings/routing/dry-runs"


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN))[0]


@pytest.fixture
def printer(desk: Desk) -> Asset:
    return an_asset(desk, tag="INV 7", impact=Scale.HIGH)


def test_a_lead_saves_an_asset_and_staff_read_it(http: Gateway, lea: Person, ada: Person, acme: Organization):
    saved = http.save(PATH, PLAN, by=lea)
    assert (saved.status, saved.headers["etag"], saved.body["tag"]) == (200, '"1"', "SN 4711/2")
    read = http.get(PATH, by=ada)
    assert (read.body, read.headers["etag"]) == (saved.body, '"1"')
    assert read.body == PLAN | {"id": "core-switch", "tag": "SN 4711/2", "retired": False, "revision": 1}
    assert http.get("/api/assets", by=ada).body == {"items": [read.body], "cursor": None}


def test_an_old_revision_is_refused(http: Gateway, lea: Person, acme: Organization):
    http.put(PATH, PLAN, by=lea, headers={"if-match": '"0"'})
    assert http.put(PATH, PLAN, by=lea, headers={"if-match": '"0"'}).status == 412
    assert http.put(PATH, PLAN | {"retired": True}, by=lea, headers={"if-match": '"1"'}).body["revision"] == 2


@pytest.mark.parametrize(("method", "path"), [("GET", PATH), ("GET", "/api/assets"), ("PUT", PATH)])
def test_who_may_not(http: Gateway, desk: Desk, acme: Organization, ada: Person, rita: Person, method: str, path: str):
    nadia = staff(desk, an_agent("Nadia", external=True))[0]
    body = PLAN if method == "PUT" else None
    assert http.send(method, path, body, by=rita).status == 403
    assert http.send(method, path, body, by=nadia).status == 403
    assert http.send(method, path, body, by=ada).status == (403 if body else 200 if path != PATH else 404)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"type": ""}, "type"),
        ({"tag": "x" * 101}, "tag"),
        ({"impact": "huge"}, "impact"),
        ({"organization": "nobody"}, "organization"),
        ({"serial": "1"}, "serial"),
        ({"tag": "inv 7"}, "tag"),
        ({"tag": "PRINTER-HALL"}, "tag"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(
    http: Gateway, lea: Person, acme: Organization, printer: Asset, wrong: dict[str, Any], field: str
):
    reply = http.save(PATH, PLAN | wrong, by=lea)
    assert (reply.status, reply.fields) == (422, [field])


@pytest.mark.parametrize("which", ["a b", "x" * 129, "ä", "%00"])
def test_what_is_no_id_finds_nothing(http: Gateway, lea: Person, which: str):
    assert http.get(f"/api/assets/{which}", by=lea).status == 404


def test_a_ticket_names_assets_and_agents_see_them(http: Gateway, ada: Person, rita: Person, printer: Asset):
    made = http.post("/api/tickets", DRAFT | {"assets": ["inv 7", "printer-hall"]}, by=rita)
    assert made.status == 201
    assert not {"assets", "unknown_asset"} & made.body["ticket"].keys()
    assert not made.body["ticket"]["timeline"][0]["data"]
    seen = http.get(f"/api/tickets/{made.body['id']}", by=ada).body
    shown = {"id": "printer-hall", "name": "Printer in the hall", "type": "printer", "impact": "high"}
    assert (seen["assets"], seen["impact"], seen["unknown_asset"]) == ([shown], "high", None)


@pytest.mark.parametrize(
    ("assets", "field"), [(["none"], "assets[0]"), (["inv 7", ""], "assets.1"), (["x"] * 11, "assets")]
)
def test_an_asset_that_is_not_there_is_refused(
    http: Gateway, ada: Person, printer: Asset, ticket: str, assets: list[str], field: str
):
    for reply in (
        http.post("/api/tickets", DRAFT | {"assets": assets}, by=ada),
        http.patch(f"/api/tickets/{ticket}", {"assets": assets}, by=ada),
    ):
        assert (reply.status, reply.fields) == (422, [field])


def test_an_agent_changes_which_are_affected(http: Gateway, ada: Person, rita: Person, printer: Asset, ticket: str):
    path = f"/api/tickets/{ticket}"
    named = http.patch(path, {"assets": ["INV 7"]}, by=ada).body
    assert ([asset["id"] for asset in named["assets"]], named["impact"], named["priority"]) == (
        ["printer-hall"],
        "high",
        "P2",
    )
    emptied = http.patch(path, {"assets": []}, by=ada).body
    assert (emptied["assets"], emptied["timeline"][0]["data"]) == ([], {"assets": []})
    assert http.patch(path, {"assets": None}, by=ada).status == 422
    assert http.patch(path, {"assets": ["INV 7"]}, by=rita).status == 403


def test_rules_ask_for_assets_and_their_types(http: Gateway, desk: Desk, root: Person, rita: Person, printer: Asset):
    by_id = {"name": "this one", "when": {"assets": ["printer-hall"]}, "then": {"tags": ["hall"]}}
    by_type = {"name": "printers", "when": {"asset_types": ["Printer"]}, "then": {"team": "service-desk"}}
    saved = http.save("/api/settings/routing", {"rules": [by_id, by_type]}, by=root)
    assert [rule["when"]["assets"] for rule in saved.body["rules"]] == [["printer-hall"], []]
    made = http.post("/api/tickets", DRAFT | {"assets": ["inv 7"]}, by=rita).body["id"]
    explained = http.get(f"/api/tickets/{made}/routing", by=root).body
    assert (explained["rules"], explained["tags"]) == (["this one", "printers"], ["hall"])
    tried = [http.post(DRY_RUN, {"text": "x", "assets": names}, by=root).body["matched"] for names in ([], ["INV 7"])]
    assert tried == [[], ["this one", "printers"]]
    assert http.post(DRY_RUN, {"text": "x", "assets": ["none"]}, by=root).fields == ["assets[0]"]
    rule = {"name": "printers too", "when": {"asset_types": ["printer"]}, "then": {"impact": "low"}}
    (past,) = http.post(f"{DRY_RUN}/past", {"rules": [rule]}, by=root).body["items"]
    assert (past["matched"], [each["field"] for each in past["differences"]]) == (["printers too"], ["tags"])


def test_a_rule_for_an_asset_that_is_not_there_is_refused(http: Gateway, root: Person, printer: Asset):
    rule = {"name": "r", "when": {"assets": ["printer-hall", "INV 7"]}}
    reply = http.save("/api/settings/routing", {"rules": [rule]}, by=root)
    assert (reply.status, reply.fields) == (422, ["rules[0].when.assets"])
    assert "INV 7" in reply.body["detail"]
