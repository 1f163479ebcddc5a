"""Deactivated people: they come in by no door and are given nothing; what they did and their name stay."""

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway, routes


@pytest.fixture
def alex(desk: Desk) -> Person:
    """An administrator."""
    return staff(desk, an_agent("Alex", role=Role.ADMIN, teams=()), team="management")[0]


@pytest.fixture
def lea(desk: Desk) -> Person:
    """A lead of two teams."""
    lea = an_agent("Lea", role=Role.LEAD, teams=("service-desk", "night-desk"))
    staff(desk, lea)
    return staff(desk, lea, team="night-desk")[0]


def test_who_is_deactivated_is_in_no_team_and_known_by_name(http: Gateway, desk: Desk, alex: Person, lea: Person):
    reply = http.put("/api/people/lea/active", {"active": False}, by=alex)
    assert (reply.status, reply.body["active"], reply.body["teams"]) == (200, False, [])
    for team in ("service-desk", "night-desk"):
        assert http.get(f"/api/teams/{team}", by=alex).body["members"] == []
    assert http.get("/api/people/lea", by=alex).body["name"] == "Lea"


OPEN = [route for route in routes() if not route.open]


@pytest.mark.parametrize("route", OPEN, ids=lambda route: route.key)
def test_they_come_in_by_no_door(http: Gateway, desk: Desk, alex: Person, lea: Person, route):
    http.put("/api/people/lea/active", {"active": False}, by=alex)
    method, path = route.key.replace("{ticket_id}", "HD-80000001").split()
    reply = http.send(method, path.replace("{", "").replace("}", ""), by=lea)
    assert reply.status in {403, 422}
    if reply.status == 403:
        assert reply.code == "deactivated"


@pytest.mark.parametrize("by", ["ada", "lea", "rita"])
def test_administrators_alone_deactivate(http: Gateway, desk: Desk, ada: Person, lea: Person, rita: Person, by: str):
    for active in (True, False):
        reply = http.put("/api/people/ada/active", {"active": active}, by=desk.directory.person(by))
        assert (reply.status, reply.code) == (403, "forbidden")
    assert desk.directory.person("ada") == ada


def test_who_is_not_there_is_not_found(http: Gateway, alex: Person):
    for active in (True, False):
        assert http.put("/api/people/nobody/active", {"active": active}, by=alex).status == 404


def test_nobody_deactivates_themselves(http: Gateway, desk: Desk, alex: Person):
    reply = http.put("/api/people/alex/active", {"active": False}, by=alex)
    assert (reply.status, reply.fields, reply.body["errors"][0]["code"]) == (422, ["active"], "own_account")
    assert desk.directory.person("alex") == alex


def test_who_is_back_may_sign_in_and_is_put_into_teams_again(http: Gateway, desk: Desk, alex: Person, ada: Person):
    for active in (False, False, True, True):
        assert http.put("/api/people/ada/active", {"active": active}, by=alex).body["active"] is active
    assert http.get("/api/me", by=ada).body["teams"] == []
    plan = {"name": "Service desk", "level": "L1", "members": ["ada"]}
    assert http.save("/api/teams/service-desk", plan, by=alex).status == 200
    assert desk.directory.person("ada") == ada


def test_who_is_deactivated_stands_in_no_choice(http: Gateway, alex: Person, lea: Person, ada: Person, ticket: str):
    http.put("/api/people/lea/active", {"active": False}, by=alex)
    hours = {"start": "2026-03-02T10:00:00Z", "end": "2026-03-03T09:00:00Z", "substitute": "lea"}
    for reply in (
        http.save("/api/teams/service-desk", {"name": "Desk", "level": "L1", "members": ["lea"]}, by=alex),
        http.save("/api/people/ada/availability", {"absences": [hours]}, by=alex),
        http.patch(f"/api/tickets/{ticket}", {"assignee": "lea"}, by=ada),
    ):
        assert (reply.status, reply.body["errors"][0]["code"]) == (422, "no_staff")


def test_requesters_are_deactivated_as_staff_is(http: Gateway, alex: Person, rita: Person, ticket: str):
    assert http.put("/api/people/rita/active", {"active": False}, by=alex).status == 200
    assert http.get(f"/api/tickets/{ticket}", by=rita).code == "deactivated"


def test_leads_say_to_which_organization_somebody_belongs(http: Gateway, acme: Organization, lea: Person, ada: Person):
    path = "/api/people/ada/organization"
    assert http.put(path, {"organization": acme.id}, by=lea).body["organization"] == acme.id
    assert http.get("/api/me", by=ada).body["organization"] == acme.id
    refused = http.put(path, {"organization": "nowhere"}, by=lea)
    assert (refused.status, refused.fields) == (422, ["organization"])
    assert http.put(path, {"organization": None}, by=ada).status == 403
    assert http.put(path, {"organization": None}, by=lea).body["organization"] is None


def test_their_tickets_come_from_it(http: Gateway, acme: Organization, lea: Person, rita: Person):
    http.put("/api/people/rita/organization", {"organization": acme.id}, by=lea)
    made = http.post("/api/tickets", {"subject": "Printer", "description": "It smokes."}, by=rita)
    assert http.get(f"/api/tickets/{made.body['id']}", by=lea).body["organization"] == acme.id
