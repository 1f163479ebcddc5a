"""The tickets behind a figure, for who may have them counted."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.aws_calls import AwsCalls
from tests.builders import projections
from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply

WEEK = {"from": "2026-03-02", "to": "2026-03-08"}
TWO = 2


@pytest.fixture
def tickets(http: Gateway, desk: Desk, ada: Person, rita: Person) -> list[str]:
    """Three one after the other, the first of them solved."""
    made = []
    for number in range(3):
        desk.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
        wanted = {"subject": f"Fire {number}", "description": "It smokes."}
        made.append(str(http.post("/api/tickets", wanted, by=rita).body["id"]))
    http.patch(f"/api/tickets/{made[0]}", {"assignee": ada.id}, by=ada)
    moved = http.post(f"/api/tickets/{made[0]}/transitions", {"state": "solved"}, by=ada)
    assert moved.status in {200, 201}, moved.text
    projections.counted(desk, *made)
    desk.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
    return made


def behind(http: Gateway, by: Person, figure: str, report: str = "flow", **more: Any) -> Reply:
    return http.get(f"/api/reports/{report}/tickets", by=by, **WEEK, figure=figure, **more)


def ids(reply: Reply) -> list[str]:
    assert reply.status == 200, reply.text
    return [item["ticket"]["id"] for item in reply.body["items"]]


def test_a_figure_leads_to_the_tickets_that_it_counted(http: Gateway, lea: Person, tickets: list[str]):
    opened = behind(http, lea, "created")
    assert ids(opened) == tickets[::-1]
    assert (opened.body["total"], opened.body["cursor"]) == (3, None)
    assert [item["value"] for item in opened.body["items"]] == [1, 1, 1]
    assert opened.body["items"][0]["ticket"]["subject"] == "Fire 2"
    assert (opened.body["unit"], opened.body["sentence"]["en"]) == ("count", "Tickets that were opened in this time.")
    assert ids(behind(http, lea, "finished")) == tickets[:1]
    assert ids(behind(http, lea, "backlog")) == tickets[:0:-1]


def test_it_goes_on_where_a_page_ended(http: Gateway, lea: Person, tickets: list[str]):
    first = behind(http, lea, "created", limit=TWO)
    second = behind(http, lea, "created", limit=TWO, cursor=first.body["cursor"])
    assert (ids(first) + ids(second), second.body["cursor"], second.body["total"]) == (tickets[::-1], None, 3)


def test_it_is_of_a_line_and_of_what_was_chosen(http: Gateway, lea: Person, tickets: list[str]):
    assert ids(behind(http, lea, "solved", "people", group="handled_by", key="ada")) == tickets[:1]
    assert ids(behind(http, lea, "solved", "people", group="handled_by")) == []
    assert ids(behind(http, lea, "backlog", "people", group="handled_by")) == tickets[:0:-1]
    assert ids(behind(http, lea, "created", channel="phone")) == []
    assert ids(behind(http, lea, "created", "organizations", group="organization")) == tickets[::-1]


def test_each_sees_behind_what_they_may_have_counted(
    http: Gateway, desk: Desk, ada: Person, rita: Person, tickets: list[str]
):
    nora, olaf = staff(desk, an_agent("Nora", teams=("network",)), team="network") + staff(
        desk, an_agent("Olaf", external=True, teams=("network",)), team="network"
    )
    assert ids(behind(http, nora, "created")) == []
    assert ids(behind(http, ada, "created", handled_by=ada.id)) == tickets[:1]
    for who, how in ((rita, {}), (olaf, {}), (nora, {"handled_by": ada.id})):
        assert behind(http, who, "created", **how).code == "forbidden"


def test_what_is_no_figure_of_a_report_is_not_found(http: Gateway, lea: Person, tickets: list[str]):
    for figure, report, more in (
        ("weather", "flow", {}),
        ("solved", "flow", {}),
        ("created", "weather", {}),
        ("created", "flow", {"group": "channel"}),
        ("created", "flow", {"group": "id; DROP TABLE tickets"}),
    ):
        assert behind(http, lea, figure, report, **more).status == 404
    assert behind(http, lea, "created", cursor="x").fields == ["cursor"]


def test_a_page_is_one_request_for_tickets(aws: AwsCalls, aws_desk: Desk, serve: Callable[[Desk], None]):
    serve(aws_desk)
    boss = staff(aws_desk, an_agent("Boss", role=Role.ADMIN))[0]
    rita = a_requester("Rita")
    aws_desk.directory.put_person(rita)
    projections.counted(aws_desk, *(open_ticket(aws_desk, rita).id for _ in range(3)))
    aws_desk.clock.advance(timedelta(minutes=1))  # type: ignore[attr-defined]
    http = Gateway()
    assert len(ids(behind(http, boss, "created"))) == 3
    aws.made.clear()
    assert len(ids(behind(http, boss, "created"))) == 3
    assert aws.made.count("dynamodb:BatchGetItem") == 1
    assert len(aws.made) <= 3
