"""Why a ticket is where it is, over HTTP."""

from typing import Any

from helpdesk.capabilities.assignment.actions import dispatching
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.settings import SERVICE_DESK
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role, Scale, TicketId

from tests.builders.assets import an_asset
from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway

DRAFT: dict[str, Any] = {"subject": "No network", "description": "Since nine."}


def test_a_choice_is_explained(http: Gateway, desk: Desk, ada: Person, ticket: str):
    lea = staff(desk, an_agent("Lea", role=Role.LEAD))[0]
    http.save("/api/people/lea/availability", {"levels": ["L3"]}, by=lea)
    dispatching.assign(desk, TicketId(ticket), SERVICE_DESK)
    routing = http.get(f"/api/tickets/{ticket}/routing", by=lea).body
    (decision,) = routing["decisions"]
    assert (routing["rule"], routing["rules"], routing["waiting"]) == ("default", [], None)
    assert (decision["reason"], decision["assignee"]) == ("weighted_load", "ada")
    assert [(each["name"], each["out"]) for each in decision["candidates"]] == [("Ada", ""), ("Lea", "level")]


def test_the_raised_impact_is_explained(http: Gateway, desk: Desk, ada: Person):
    an_asset(desk, impact=Scale.HIGH)
    an_asset(desk, id="pc", type="laptop", impact=Scale.MEDIUM)
    made = http.post("/api/tickets", DRAFT | {"assets": ["pc"]}, by=ada).body["id"]
    http.patch(f"/api/tickets/{made}", {"assets": ["pc", "printer-hall"]}, by=ada)
    first, second = http.get(f"/api/tickets/{made}/routing", by=ada).body["raised_impact"]
    assert (first["was"], first["now"], [asset["id"] for asset in first["assets"]]) == ("low", "medium", ["pc"])
    assert (second["was"], second["now"], [asset["id"] for asset in second["assets"]]) == (
        "medium",
        "high",
        ["printer-hall"],
    )
