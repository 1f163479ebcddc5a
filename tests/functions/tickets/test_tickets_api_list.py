"""tickets_api: lists of tickets, by whose they are."""

from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply

ORDER = {"P1": {"impact": "high", "urgency": "high"}, "P2": {"impact": "high"}, "P4": {}}


@pytest.fixture
def four(http: Gateway, rita: Person, mallory: Person) -> list[str]:
    """Tickets of two people, the most urgent not the first."""
    drafts: list[tuple[Person, dict[str, Any]]] = [
        (rita, ORDER["P4"]),
        (mallory, ORDER["P2"]),
        (rita, ORDER["P1"]),
        (rita, ORDER["P2"]),
    ]
    return [
        http.post("/api/tickets", {"subject": "x", "description": "y"} | more, by=person).body["id"]
        for person, more in drafts
    ]


def ids(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.text
    return [card["id"] for card in reply.body["items"]]


def test_a_team_sees_its_tickets_by_deadline(http: Gateway, ada: Person, four: list[str]):
    first, second, third, fourth = four
    reply = http.get("/api/tickets", by=ada, team="service-desk")
    assert ids(reply) == [third, second, fourth, first]
    assert reply.body["cursor"] is None
    deadlines = [card["next_deadline"] for card in reply.body["items"]]
    assert deadlines == sorted(deadlines)


def test_a_list_is_read_page_by_page(http: Gateway, ada: Person, four: list[str]):
    seen: list[str] = []
    more: dict[str, str] = {}
    while True:
        page = http.get("/api/tickets", by=ada, team="service-desk", limit=3, **more)
        seen += ids(page)
        if page.body["cursor"] is None:
            break
        more = {"cursor": page.body["cursor"]}
    assert (len(seen), set(seen)) == (4, set(four))


def test_filters_narrow(http: Gateway, ada: Person, four: list[str]):
    _, second, third, fourth = four
    assert ids(http.get("/api/tickets", by=ada, team="service-desk", priority="P2")) == [second, fourth]
    http.post(f"/api/tickets/{third}/messages", {"body": "Hello"}, by=ada)
    assert ids(http.get("/api/tickets", by=ada, team="service-desk", phase="open")) == [third]
    assert ids(http.get("/api/tickets", by=ada, team="it-operations")) == []


def test_mine_somebodys_and_nobodys(http: Gateway, ada: Person, four: list[str]):
    first, second, third, fourth = four
    http.patch(f"/api/tickets/{second}", {"assignee": ada.id}, by=ada)
    assert ids(http.get("/api/tickets", by=ada, assignee="me")) == [second]
    assert ids(http.get("/api/tickets", by=ada, assignee="ada")) == [second]
    assert ids(http.get("/api/tickets", by=ada, assignee="none")) == [third, fourth, first]
    assert ids(http.get("/api/tickets", by=ada, team="service-desk", assignee="me")) == [second]
    assert ids(http.get("/api/tickets", by=ada, team="service-desk", assignee="none")) == [third, fourth, first]


def test_somebodys_requests(http: Gateway, ada: Person, four: list[str]):
    first, second, third, fourth = four
    assert ids(http.get("/api/tickets", by=ada, requester="mallory")) == [second]
    assert ids(http.get("/api/tickets", by=ada, requester="rita")) == [fourth, third, first]
    assert ids(http.get("/api/tickets", by=ada, requester="me")) == []
    assert ids(http.get("/api/tickets", by=ada, requester="rita", priority="P1")) == [third]


def test_a_requester_and_a_team_together_narrow_too(http: Gateway, desk: Desk, ada: Person, four: list[str]):
    staff(desk, an_agent("Bob"), team="it-operations", level=Level.L2)
    first, _, third, fourth = four
    http.post(f"/api/tickets/{third}/escalations", {"reason": "Too hard", "tried": "All"}, by=ada)
    assert ids(http.get("/api/tickets", by=ada, requester="rita", team="service-desk")) == [fourth, first]
    assert ids(http.get("/api/tickets", by=ada, requester="rita", team="it-operations")) == [third]


def test_staff_say_whose_tickets_they_want(http: Gateway, ada: Person, four: list[str]):
    reply = http.get("/api/tickets", by=ada, phase="new")
    assert (reply.status, reply.code, reply.fields) == (422, "invalid", ["team"])


@pytest.mark.parametrize(
    "query",
    [{}, {"team": "service-desk"}, {"assignee": "none"}, {"assignee": "ada"}, {"requester": "mallory"}, {"limit": 9}],
)
def test_a_requester_always_gets_their_own(http: Gateway, rita: Person, four: list[str], query: dict[str, Any]):
    assert "mallory" not in http.get("/api/tickets", by=rita, **query).text
    assert four[1] not in ids(http.get("/api/tickets", by=rita, **query))
    assert ids(http.get("/api/tickets", by=rita)) == [four[3], four[2], four[0]]


def test_closed_tickets_are_on_the_shelf_of_their_month(http: Gateway, ada: Person, four: list[str]):
    http.post(f"/api/tickets/{four[0]}/transitions", {"state": "cancelled", "reason": "Twice"}, by=ada)
    assert four[0] not in ids(http.get("/api/tickets", by=ada, team="service-desk"))
    assert ids(http.get("/api/tickets", by=ada, team="service-desk", shelf="closed-2026-03")) == [four[0]]


@pytest.mark.parametrize("limit", ["0", "-1", "101", "1.5", "many", "1e2"])
def test_a_limit_is_one_to_a_hundred(http: Gateway, ada: Person, rita: Person, limit: str):
    for person, query in ((ada, {"team": "service-desk"}), (rita, {})):
        reply = http.get("/api/tickets", by=person, limit=limit, **query)
        assert (reply.status, reply.fields) == (422, ["limit"])
        assert http.get("/api/tickets", by=person, limit=100, **query).status == 200


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("phase", "burnt"),
        ("priority", "P5"),
        ("shelf", "all"),
        ("shelf", "closed-2026-3"),
        ("team", "x" * 65),
        ("assignee", "x" * 65),
        ("requester", "x" * 65),
        ("cursor", "x" * 2001),
        ("tag", "x" * 65),
        ("words", "x" * 101),
        ("waits_for", "godot"),
        ("due_before", "tomorrow"),
        ("missed", "perhaps"),
    ],
)
def test_a_filter_that_is_none_is_named(http: Gateway, ada: Person, name: str, value: str):
    reply = http.get("/api/tickets", by=ada, **{"team": "service-desk", name: value})
    assert (reply.status, reply.code, reply.fields) == (422, "invalid", [name])


def test_staff_see_when_a_waiting_ticket_comes_back(http: Gateway, ada: Person, rita: Person, four: list[str]):
    path = f"/api/tickets/{four[0]}/transitions"
    http.post(path, {"state": "pending", "until": "2126-03-04T09:00:00+01:00"}, by=ada)
    listed = {card["id"]: card["until"] for card in http.get("/api/tickets", by=ada, team="service-desk").body["items"]}
    assert listed == {four[0]: "2126-03-04T08:00:00Z"} | dict.fromkeys(four[1:])
    assert {card["until"] for card in http.get("/api/tickets", by=rita).body["items"]} == {None}


def test_the_whole_list_is_filtered_by_what_is_asked(http: Gateway, ada: Person, four: list[str]):
    first, second, third, fourth = four
    http.post(f"/api/tickets/{third}/transitions", {"state": "pending"}, by=ada)
    due = {
        card["id"]: card["next_deadline"]
        for card in http.get("/api/tickets", by=ada, team="service-desk").body["items"]
    }

    def listed(**query: str) -> list[str]:
        return ids(http.get("/api/tickets", by=ada, **{"team": "service-desk", **query}))

    assert listed(waits_for="us") == [second, fourth, first]
    assert listed(waits_for="requester") == [third]
    assert listed(due_before=due[first]) == [second, fourth]
    assert listed(missed="true") == []
    assert listed(tag="vip") == []
    assert listed(words=f"mall {second[-4:]}") == [second]
    assert listed(words="nowhere") == []


def test_a_page_says_how_many_it_looked_at(http: Gateway, ada: Person, four: list[str]):
    page = http.get("/api/tickets", by=ada, team="service-desk", words="nowhere", limit=3).body
    assert page == {"items": [], "cursor": None, "looked_at": 4}


def test_staff_see_whose_turn_it_is_and_when_a_deadline_is_near(
    http: Gateway, ada: Person, rita: Person, four: list[str]
):
    first, _, third, _ = four
    http.post(f"/api/tickets/{third}/transitions", {"state": "pending"}, by=ada)
    names = ("waits_for", "waits_since", "near_at", "paused_since", "preview")
    shown = {card["id"]: card for card in http.get("/api/tickets", by=ada, team="service-desk").body["items"]}
    assert (shown[first]["waits_for"], shown[third]["waits_for"]) == ("us", "requester")
    assert shown[first]["created_at"] < shown[first]["near_at"] < shown[first]["next_deadline"]
    assert shown[first]["waits_since"] == shown[first]["created_at"]
    assert shown[first]["preview"] == http.get(f"/api/tickets/{first}", by=ada).body["timeline"][0]["body"]
    assert shown[third]["paused_since"] == shown[third]["waits_since"]
    for card in http.get("/api/tickets", by=rita).body["items"]:
        assert [card[name] for name in names] == [None] * 5
