"""Organizations over HTTP: who may read and save them, what is refused where, and what agents see of them."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import a_requester, an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

PLAN: dict[str, Any] = {
    "name": "Umbrella",
    "plan": "silver",
    "domains": ["@Umbrella.example"],
    "languages": ["en", "de"],
    "spoc": {"name": "Rita", "email": "rita@people.example"},
    "notes": "Calls on Mondays",
}
PATH = "/api/organizations/umbrella"


def test_a_lead_saves_an_organization_and_staff_read_it(http: Gateway, lea: Person, ada: Person, rita: Person):
    saved = http.save(PATH, PLAN, by=lea)
    assert (saved.status, saved.headers["etag"], saved.body["domains"]) == (200, '"1"', ["umbrella.example"])
    read = http.get(PATH, by=ada)
    assert (read.body, read.headers["etag"]) == (saved.body, '"1"')
    assert read.body["spoc"] == {"name": "Rita", "email": "rita@people.example", "person": "rita"}
    assert http.get("/api/organizations", by=ada).body == {"items": [read.body], "cursor": None}


def test_an_old_revision_is_refused(http: Gateway, lea: Person):
    http.put(PATH, PLAN, by=lea, headers={"if-match": '"0"'})
    assert http.put(PATH, PLAN, by=lea, headers={"if-match": '"0"'}).status == 412
    assert http.put(PATH, PLAN, by=lea, headers={"if-match": '"1"'}).body["revision"] == 2


@pytest.mark.parametrize(("method", "path"), [("GET", PATH), ("GET", "/api/organizations"), ("PUT", PATH)])
def test_who_may_not(http: Gateway, desk: Desk, ada: Person, rita: Person, method: str, path: str):
    nadia = staff(desk, an_agent("Nadia", external=True))[0]
    body = PLAN if method == "PUT" else None
    assert http.send(method, path, body, by=rita).status == 403
    assert http.send(method, path, body, by=nadia).status == 403
    assert http.send(method, path, body, by=ada).status == (403 if body else 200 if path != PATH else 404)


@pytest.mark.parametrize("domain", ["gmail.com", "GMX.de", "nodot", "a@b.example", "two words.example"])
def test_a_domain_that_is_nobodys_own_is_refused_at_its_place(http: Gateway, lea: Person, domain: str):
    reply = http.save(PATH, PLAN | {"domains": ["umbrella.example", domain]}, by=lea)
    assert (reply.status, reply.fields) == (422, ["domains[1]"])


def test_anothers_domain_is_refused_at_its_place(http: Gateway, lea: Person, acme: Organization):
    reply = http.save(PATH, PLAN | {"domains": ["acme.test"]}, by=lea)
    assert (reply.status, reply.fields) == (422, ["domains[0]"])
    assert "acme.test" in reply.body["detail"]


@pytest.mark.parametrize("which", ["a b", "x" * 129, "ä", "%00"])
def test_what_is_no_id_finds_nothing(http: Gateway, lea: Person, which: str):
    assert http.get(f"/api/organizations/{which}", by=lea).status == 404


def test_agents_see_whom_to_speak_to(http: Gateway, desk: Desk, ada: Person, acme: Organization):
    sam = a_requester("Sam", email="sam@acme.example")
    draft = {"subject": "Printer", "description": "Smoke"}
    made = http.post("/api/tickets", draft, by=sam)
    assert "customer" not in made.body["ticket"]
    seen = http.get(f"/api/tickets/{made.body['id']}", by=ada).body
    assert (seen["organization"], seen["plan"]) == ("acme", "gold")
    assert seen["customer"] == {
        "id": "acme",
        "name": "Acme",
        "plan": "gold",
        "languages": [],
        "spoc": {"name": "Sam", "email": "sam@acme.example", "person": None},
        "notes": "",
    }
    listed = http.get("/api/tickets", by=ada, organization="acme").body["items"]
    assert [(card["id"], card["plan"]) for card in listed] == [(made.body["id"], "gold")]


def test_another_organization_brings_its_plan(http: Gateway, lea: Person, acme: Organization, ticket: str):
    http.save("/api/organizations/plain", {"name": "Plain"}, by=lea)
    path = f"/api/tickets/{ticket}"
    plans = [http.patch(path, {"organization": name}, by=lea).body["plan"] for name in ("acme", "plain", "plain")]
    assert plans == ["gold", None, None]
    refused = http.patch(path, {"organization": "nobody"}, by=lea)
    assert (refused.status, refused.fields) == (422, ["organization"])


def test_rules_ask_for_the_plan(http: Gateway, desk: Desk, lea: Person, acme: Organization):
    root = staff(desk, an_agent("Root", role=Role.ADMIN))[0]
    rule = {"name": "gold", "when": {"plans": ["gold"]}, "then": {"team": "service-desk", "tags": ["vip"]}}
    assert http.save("/api/settings/routing", {"rules": [rule]}, by=root).body["rules"][0]["when"]["plans"] == ["gold"]
    made = http.post("/api/tickets", {"subject": "x", "description": "y", "organization": "acme"}, by=lea)
    assert desk.tickets.get(made.body["id"]).tags == ("vip",)
