"""Specialists from outside: what they see is an allow list, walked over every address that can be read."""

import json
from pathlib import Path
from typing import Any, Final

import helpdesk
import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.organizations.rules import Organization
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, Role

from tests.builders.assets import an_asset
from tests.builders.directory import an_agent
from tests.builders.knowledge import a_published
from tests.builders.staffing import staff
from tests.gateway import Gateway

DOCUMENT: Final = json.loads((Path(helpdesk.__file__).parent / "openapi.json").read_text())
READABLE: Final = sorted(path for path, methods in DOCUMENT["paths"].items() if "get" in methods)
OPEN: Final = {path for path in READABLE if path.startswith(("/api/portal/", "/api/health"))}
TEAM: Final = "network-experts"

# What there is for them, where it is theirs.
ALLOWED: Final = {
    "/api/alike-tickets",
    "/api/answers",
    "/api/articles/{article_id}",
    "/api/bulk-changes",
    "/api/bulk-changes/{job_id}",
    "/api/exports",
    "/api/exports/tickets",
    "/api/exports/{export_id}",
    "/api/me",
    "/api/me/devices",
    "/api/me/drafts",
    "/api/me/inbox",
    "/api/me/inbox/count",
    "/api/me/locale",
    "/api/me/seen",
    "/api/me/settings",
    "/api/me/status",
    "/api/people/{person_id}",
    "/api/people/{person_id}/availability",
    "/api/search",
    "/api/shown-articles",
    "/api/teams",
    "/api/teams/{team_id}",
    "/api/teams/{team_id}/roster",
    "/api/tickets",
    "/api/tickets/{ticket_id}",
    "/api/tickets/{ticket_id}/attachments/{attachment_id}",
    "/api/tickets/{ticket_id}/clocks",
    "/api/tickets/{ticket_id}/drafts",
    "/api/tickets/{ticket_id}/drafts/{kind}",
    "/api/tickets/{ticket_id}/mails",
    "/api/tickets/{ticket_id}/routing",
    "/api/tickets/{ticket_id}/signature",
    "/api/views",
    "/api/views/counts",
    "/api/views/{view_id}",
    "/api/views/{view_id}/groups",
    "/api/views/{view_id}/tickets",
}
# Addresses that hold nothing of others, whoever asks.
OWN: Final = {path for path in ALLOWED if path.startswith(("/api/me", "/api/views"))} | {
    "/api/alike-tickets",
    "/api/answers",
    "/api/bulk-changes",
    "/api/exports",
    "/api/exports/tickets",
    "/api/search",
    "/api/shown-articles",
    "/api/teams",
    "/api/tickets",
}
QUERIES: Final = {
    "/api/article-templates": {"language": "en"},
    "/api/articles/{article_id}": {"language": "en"},
    "/api/answers": {"q": "network", "language": "en"},
    "/api/shown-articles": {"category": "network", "language": "en"},
    "/api/people": {"q": "rita"},
    "/api/reports/escalations": {"from": "2026-03-02", "to": "2026-03-02"},
    "/api/reports/{report}": {"from": "2026-03-02", "to": "2026-03-02"},
    "/api/reports/{report}/tickets": {"from": "2026-03-02", "to": "2026-03-02", "figure": "created"},
    "/api/views/{view_id}/groups": {"grouping": "state"},
    "/api/planner-check": {"monday": "2026-03-02T00:00:00Z"},
}


@pytest.fixture(params=[Role.AGENT, Role.LEAD, Role.ADMIN])
def nadia(desk: Desk, request: pytest.FixtureRequest) -> Person:
    """Somebody of a service provider, whatever their group."""
    return staff(desk, an_agent("Nadia", external=True, teams=(TEAM,), role=request.param), team=TEAM, level=Level.L3)[
        0
    ]


def of_others(ticket: str) -> dict[str, str]:
    return {
        "ticket_id": ticket,
        "attachment_id": "file",
        "team_id": "service-desk",
        "person_id": "ada",
        "organization_id": "acme",
        "asset_id": "printer-hall",
        "kind": "reply",
        "mail_id": "mail",
        "revision": "0",
        "job_id": "job",
        "export_id": "EXPORT",
        "what_if_id": "WHATIF",
        "view_id": "unassigned",
        "report": "flow",
        "article_id": "ARTICLE",
        "briefing_id": "BRIEFING",
        "language": "en",
        "number": "1",
    }


@pytest.mark.parametrize("path", [path for path in READABLE if path not in OPEN | OWN])
def test_what_is_not_theirs_is_not_there_for_them(
    http: Gateway, desk: Desk, ada: Person, acme: Organization, nadia: Person, ticket: str, path: str
):
    an_asset(desk)
    reply = http.get(path.format(**of_others(ticket)), by=nadia, **QUERIES.get(path, {}))
    assert reply.status in ({404, 403} if path in ALLOWED else {403}), reply.text


def escalated(http: Gateway, by: Person, ticket: str) -> str:
    """A ticket that came to them, with a file."""
    path = f"/api/tickets/{ticket}"
    upload = http.post("/api/uploads", {"name": "a", "size": 8}, by=by).body["id"]
    http.post(f"{path}/messages", {"body": "See", "attachments": [{"id": upload, "name": "a"}]}, by=by)
    http.patch(path, {"category": "network"}, by=by)
    http.post(f"{path}/escalations", {"level": "L3", "reason": "a", "tried": "b"}, by=by)
    return f"{by.id}-{upload}"


def planned(http: Gateway, by: Person, ticket: str) -> str:
    """A change of many tickets of theirs."""
    wanted = {"tickets": [ticket], "change": {"fields": {"priority": "P1"}}}
    return str(http.post("/api/bulk-changes", wanted, by=by).body["id"])


@pytest.mark.parametrize("path", sorted(ALLOWED))
def test_what_comes_to_them_is(http: Gateway, desk: Desk, ada: Person, nadia: Person, ticket: str, path: str):
    file = escalated(http, ada, ticket)
    desk.attachments.incoming[file] = b"content"
    desk.attachments.keep(file)
    theirs = of_others(ticket) | {"attachment_id": file, "team_id": TEAM, "person_id": nadia.id}
    theirs["job_id"] = planned(http, nadia, ticket)
    theirs["export_id"] = http.post("/api/exports", {"format": "csv", "question": ""}, by=nadia).body["id"]
    http.put(f"/api/tickets/{ticket}/drafts/reply", {"body": "Hi", "at": "2026-03-02T09:00:00Z"}, by=nadia)
    theirs["article_id"] = a_published(desk).id
    query = {"team": TEAM} if path == "/api/tickets" else QUERIES.get(path, {})
    reply = http.get(path.format(**theirs), by=nadia, **query)
    assert reply.status == 200, reply.text
    assert "service-desk" not in json.dumps(reply.body) or path.startswith("/api/tickets/")


def test_of_teams_they_see_their_own(http: Gateway, ada: Person, nadia: Person):
    assert [team["id"] for team in http.get("/api/teams", by=nadia).body["items"]] == [TEAM]
    missing, foreign = (http.get(f"/api/teams/{which}/roster", by=nadia) for which in ("nobodys", "service-desk"))
    assert foreign.text == missing.text.replace("nobodys", "service-desk")


ELSEWHERE: Final[list[tuple[str, str, Any]]] = [
    ("POST", "/api/settings/sla/dry-runs", {"ticket": {"priority": "P1"}}),
    ("POST", "/api/settings/sla/preview", {"calendar": "office-berlin", "at": "2026-03-02T09:00:00Z", "seconds": 60}),
    ("POST", "/api/settings/routing/dry-runs", {"text": "x"}),
    ("POST", "/api/settings/routing/dry-runs/past", {}),
    ("POST", "/api/tickets", {"subject": "x", "description": "y", "organization": "acme"}),
    ("POST", "/api/tickets", {"subject": "x", "description": "y", "requester": "rita@people.example"}),
    ("PUT", "/api/people/nadia/availability", {"external": False}),
    ("PUT", "/api/teams/network-experts", {"name": "x", "level": "L1", "members": ["nadia"]}),
]


@pytest.mark.parametrize(("method", "path", "body"), ELSEWHERE)
def test_nothing_of_the_house_is_theirs_to_try(
    http: Gateway, acme: Organization, nadia: Person, method: str, path: str, body: Any
):
    reply = http.send(method, path, body, by=nadia)
    assert (reply.status, reply.code) == (403, "forbidden"), reply.text


@pytest.mark.parametrize("change", [{"organization": "acme"}, {"assets": ["inv 7"]}, {"assets": ["inv 8"]}])
def test_a_ticket_of_theirs_leads_to_no_other_customer(
    http: Gateway, desk: Desk, acme: Organization, ada: Person, nadia: Person, ticket: str, change: dict[str, Any]
):
    """Naming a customer or an asset would tell that there is one, and show it."""
    an_asset(desk, tag="INV 7")
    escalated(http, ada, ticket)
    refused = http.patch(f"/api/tickets/{ticket}", change, by=nadia)
    assert (refused.status, refused.code) == (403, "forbidden")
    assert http.patch(f"/api/tickets/{ticket}", {"subject": "Theirs to say"}, by=nadia).status == 200


def test_who_opens_a_ticket_of_their_own_sees_it_as_its_requester(
    http: Gateway, desk: Desk, ada: Person, nadia: Person
):
    an_asset(desk, tag="INV 7")
    draft = {"subject": "My badge", "description": "It is broken.", "assets": ["inv 7", "inv 8"]}
    created = http.post("/api/tickets", draft, by=nadia)
    assert (created.status, {"team", "customer", "assets"} & set(created.body["ticket"])) == (201, set())
