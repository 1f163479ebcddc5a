"""search_api: what the tickets of a view are divided into. Each part has what its own condition finds."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level

from tests.builders import projections
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.organizations import an_organization
from tests.builders.staffing import staff
from tests.gateway import Gateway

GROUPINGS = ["state", "priority", "team", "assignee", "organization", "due"]


@pytest.fixture
def tickets(http: Gateway, desk: Desk, ada: Person, rita: Person, mallory: Person) -> list[str]:
    an_organization(desk, name="Acme Works", domains=("acme.example",))
    found = []
    for number in range(6):
        found.append(open_ticket(desk, (rita, mallory)[number % 2], subject=f"Printer {number}").id)
        desk.clock.advance(timedelta(hours=5))
    path = "/api/tickets/{}".format
    http.patch(path(found[0]), {"assignee": ada.id, "priority": "P2"}, by=ada)
    http.patch(path(found[1]), {"category": "network"}, by=ada)
    http.post(f"{path(found[1])}/escalations", {"level": "L3", "reason": "a", "tried": "b"}, by=ada)
    http.post(f"{path(found[2])}/transitions", {"state": "pending"}, by=ada)
    http.post(f"{path(found[3])}/transitions", {"state": "solved"}, by=ada)
    projections.found(desk, *desk.tickets.ids())
    return found


def groups(http: Gateway, by: Person, grouping: str, view: str = "waiting-for-us", **more: str) -> list[dict[str, Any]]:
    reply = http.get(f"/api/views/{view}/groups", by=by, grouping=grouping, **more)
    assert reply.status == 200, reply.text
    return reply.body["items"]


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_each_part_has_what_its_condition_finds_and_together_they_are_the_view(
    http: Gateway, desk: Desk, ada: Person, tickets: list[str], grouping: str
):
    made = http.post("/api/views", {"name": "All", "question": "printer", "grouping": grouping}, by=ada).body
    assert made["grouping"] == grouping
    parts = groups(http, ada, grouping, made["id"])
    total = http.get(f"/api/views/{made['id']}/tickets", by=ada).body["total"]
    assert sum(part["count"] for part in parts) == total == len(tickets)
    for part in parts:
        if part["condition"]:
            found = http.get(f"/api/views/{made['id']}/tickets", by=ada, q=part["condition"]).body
            assert found["total"] == part["count"] > 0, part


def test_parts_stand_in_the_order_in_which_people_think_of_them_and_have_names(
    http: Gateway, ada: Person, tickets: list[str]
):
    made = http.post("/api/views", {"name": "All", "question": "printer"}, by=ada).body["id"]
    assert [part["key"] for part in groups(http, ada, "state", made)] == ["new", "pending", "solved"]
    first, last = groups(http, ada, "assignee", made)
    assert (first["key"], first["name"], first["count"]) == ("ada", "Ada", 1)
    assert last == {"key": None, "name": "", "condition": "is:unassigned", "count": len(tickets) - 1}
    assert [part["count"] for part in groups(http, ada, "team", made)] == [5, 1]


def test_a_view_that_is_narrowed_is_divided_as_it_is_then(http: Gateway, ada: Person, tickets: list[str]):
    assert [part["key"] for part in groups(http, ada, "priority", q="priority:P2")] == ["P2"]


def test_specialists_from_outside_count_what_they_see(http: Gateway, desk: Desk, tickets: list[str]):
    nadia = staff(
        desk, an_agent("Nadia", external=True, teams=("network-experts",)), team="network-experts", level=Level.L3
    )[0]
    found = groups(http, nadia, "state", "team")
    assert sum(part["count"] for part in found) == 1


def test_there_is_no_other_way(http: Gateway, ada: Person):
    assert http.get("/api/views/mine/groups", by=ada).status == 422
