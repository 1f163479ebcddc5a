"""bulk_api and make_export: tables of what somebody may see, and all tickets line by line."""

import csv
import json
from datetime import timedelta
from io import BytesIO, StringIO
from itertools import count
from typing import Any, Final
from zipfile import ZipFile

import pytest
from helpdesk.capabilities.exports.rules import export as rules
from helpdesk.capabilities.exports.rules.export import PATIENCE
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, TicketId
from msgspec.structs import asdict, replace

from tests.builders import projections
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.gateway import Gateway
from tests.lambdas import invoke

PATH: Final = "/api/exports"
DAYS: Final = {"from": "2026-03-01", "to": "2026-03-02"}
LINES: Final = {"accept": "application/x-ndjson"}


@pytest.fixture
def three(desk: Desk, rita: Person) -> list[str]:
    ids = []
    for number in range(3):
        ids.append(open_ticket(desk, rita, subject=f"=Printer {number}", description="It smokes.").id)
        desk.clock.advance(timedelta(seconds=1))  # type: ignore[attr-defined]
    projections.found(desk, *ids)
    return ids


@pytest.fixture
def nadia(desk: Desk) -> Person:
    """A specialist from outside, to whom no ticket came."""
    outside = an_agent("Nadia", external=True, teams=("experts",))
    return staff(desk, outside, team="experts", level=Level.L1)[0]


def worked(desk: Desk) -> None:
    while desk.exports.makers.begun:  # type: ignore[attr-defined]
        invoke("make_export", asdict(desk.exports.makers.begun.pop(0)))  # type: ignore[attr-defined]


def made(http: Gateway, desk: Desk, by: Person, **wanted: Any) -> tuple[dict[str, Any], bytes]:
    asked = http.post(PATH, {"format": "csv", "question": "", **wanted}, by=by)
    assert asked.status == 201, asked.text
    worked(desk)
    done = http.get(f"{PATH}/{asked.body['id']}", by=by).body
    return done, desk.exports.files.made.get(done["id"], b"")  # type: ignore[attr-defined]


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode(), newline="")))


def test_a_table_is_made_in_the_background_and_has_a_link_when_it_is_done(
    http: Gateway, desk: Desk, ada: Person, three: list[str]
):
    asked = http.post(PATH, {"format": "csv", "name": "Mine/today", "question": "printer"}, by=ada)
    assert (asked.status, asked.body["stage"], asked.body["total"], asked.body["url"]) == (201, "running", 3, None)
    worked(desk)
    done = http.get(f"{PATH}/{asked.body['id']}", by=ada).body
    assert (done["stage"], done["rows"], done["name"]) == ("done", 3, "Mine-today.csv")
    assert "seconds=300" in done["url"]
    rows = table(desk.exports.files.made[done["id"]])  # type: ignore[attr-defined]
    assert [row["id"] for row in rows] == three[::-1]
    assert {row["subject"] for row in rows} == {f"'=Printer {number}" for number in range(3)}
    assert http.get(PATH, by=ada).body["items"][0]["id"] == done["id"]


def test_columns_are_those_of_the_view_and_times_have_their_zone(
    http: Gateway, desk: Desk, ada: Person, three: list[str]
):
    desk.directory.put_person(replace(ada, timezone="Europe/Berlin", settled=True))
    desk.clock.advance(timedelta(seconds=90))  # type: ignore[attr-defined]
    _, content = made(http, desk, ada, columns=["turn", "team"])
    row = table(content)[0]
    assert [*row] == ["id", "subject", "requester", "created_at", "waits_for", "waits_since", "waited",
                      "waited_seconds", "team"]  # fmt: skip
    assert row["created_at"].endswith("+01:00")
    assert (row["waits_for"], row["waited"], row["waited_seconds"]) == ("us", "PT1M31S", "91")
    assert row["team"] == "service-desk"


def test_a_workbook_has_the_same_rows(http: Gateway, desk: Desk, ada: Person, three: list[str]):
    done, content = made(http, desk, ada, format="xlsx")
    assert (done["stage"], done["name"]) == ("done", "tickets.xlsx")
    sheet = ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert all(ticket in sheet for ticket in three)
    assert "<f>" not in sheet


@pytest.mark.parametrize("order", ["newest", "changed", "due", "priority"])
def test_page_after_page_each_ticket_once(
    http: Gateway, desk: Desk, ada: Person, three: list[str], order: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("helpdesk.capabilities.exports.routes.rows.PAGE", 1)
    _, content = made(http, desk, ada, order=order)
    assert sorted(row["id"] for row in table(content)) == sorted(three)


def test_a_report_is_a_table_too(http: Gateway, desk: Desk, ada: Person):
    report = {"report": "flow", **DAYS}
    done, content = made(http, desk, ada, question=None, report=report, name="flow")
    assert done["stage"] == "done"
    rows = table(content)
    assert {row["report"] for row in rows} == {"flow"}
    same = http.get("/api/reports/flow", by=ada, headers={"accept": "text/csv"}, **DAYS)
    assert same.text == content.decode()


def test_rights_are_those_of_who_asked_when_it_is_made(
    http: Gateway, desk: Desk, ada: Person, rita: Person, nadia: Person, three: list[str]
):
    assert http.post(PATH, {"format": "csv", "question": ""}, by=rita).code == "forbidden"
    assert http.get(PATH, by=rita).code == "forbidden"
    assert table(made(http, desk, nadia)[1]) == []
    asked = http.post(PATH, {"format": "csv", "question": ""}, by=ada).body["id"]
    assert http.get(f"{PATH}/{asked}", by=nadia).code == "not_found"
    desk.directory.put_person(replace(ada, external=True, teams=()))
    worked(desk)
    assert table(desk.exports.files.made[asked]) == []  # type: ignore[attr-defined]


def test_who_works_on_tickets_no_more_gets_none(http: Gateway, desk: Desk, ada: Person, three: list[str]):
    asked = http.post(PATH, {"format": "csv", "question": ""}, by=ada).body["id"]
    desk.directory.put_person(replace(ada, active=False))
    worked(desk)
    found = desk.exports.exports.get(ada.id, asked)
    assert found
    assert (found.stage, found.why) == ("failed", "forbidden")
    assert desk.exports.files.made == {}  # type: ignore[attr-defined]


def test_too_many_are_refused_at_once(http: Gateway, ada: Person, three: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("helpdesk.capabilities.exports.actions.asking.MOST", 2)
    refused = http.post(PATH, {"format": "csv", "question": "printer"}, by=ada)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "too_many")


def test_few_are_made_at_a_time_and_what_hangs_has_failed(http: Gateway, desk: Desk, ada: Person):
    asked = {"format": "csv", "question": ""}
    assert [http.post(PATH, asked, by=ada).status for _ in range(rules.AT_ONCE)] == [201] * rules.AT_ONCE
    assert http.post(PATH, asked, by=ada).code == "exports_running"
    desk.clock.advance(PATIENCE + timedelta(seconds=1))  # type: ignore[attr-defined]
    assert {each["stage"] for each in http.get(PATH, by=ada).body["items"]} == {"failed"}
    assert http.post(PATH, asked, by=ada).status == 201


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"format": "csv"}, "one_table"),
        (
            {"format": "csv", "question": "", "report": {"report": "flow", **DAYS}},
            "one_table",
        ),
        ({"format": "csv", "report": {"report": "flow", **DAYS, "to": "2026-02-01"}}, "report_spans"),
    ],
)
def test_what_makes_no_sense_is_refused(http: Gateway, ada: Person, body: Any, code: str):
    refused = http.post(PATH, body, by=ada)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, code)


def test_a_report_that_there_is_not_is_not_found(http: Gateway, ada: Person):
    report = {"report": "nonsense", "from": "2026-03-01", "to": "2026-03-02"}
    assert http.post(PATH, {"format": "csv", "report": report}, by=ada).code == "not_found"


def walked(http: Gateway, by: Person, **query: Any) -> list[dict[str, Any]]:
    """One walk to its end."""
    pages = []
    while not pages or not pages[-1]["complete"]:
        pages.append(http.get(f"{PATH}/tickets", by=by, limit=1, **query).body)
        query = {"cursor": pages[-1]["cursor"]}
    return pages


def test_a_walk_gives_each_ticket_once_while_others_write(
    http: Gateway, desk: Desk, ada: Person, rita: Person, three: list[str]
):
    """What was given changes, what is to come changes, and another is opened: the next walk has them."""
    first = http.get(f"{PATH}/tickets", by=ada, limit=1).body
    for ticket in (three[2], three[0]):
        http.patch(f"/api/tickets/{ticket}", {"priority": "P1"}, by=ada)
    late = open_ticket(desk, rita, subject="Late", description="x").id
    projections.found(desk, late, *three)
    rest = walked(http, ada, cursor=first["cursor"])
    seen = [item for page in (first, *rest) for item in page["items"]]
    assert [item["id"] for item in seen] == three[::-1]
    assert {item["id"]: item["priority"] for item in seen}[three[0]] == "P1"
    again = [item["id"] for page in walked(http, ada, cursor=rest[-1]["cursor"]) for item in page["items"]]
    assert again[0] == late
    assert {three[2], three[0]} <= set(again)


def test_the_next_walk_has_what_changed_since_and_nothing_older(
    http: Gateway, desk: Desk, ada: Person, three: list[str]
):
    desk.clock.advance(timedelta(hours=2))  # type: ignore[attr-defined]
    last = walked(http, ada)[-1]["cursor"]
    assert [page["items"] for page in walked(http, ada, cursor=last)] == [[]]
    http.patch(f"/api/tickets/{three[1]}", {"priority": "P1"}, by=ada)
    projections.found(desk, three[1])
    assert [item["id"] for page in walked(http, ada, cursor=last) for item in page["items"]] == [three[1]]
    since = desk.clock.now().isoformat()
    assert [item["id"] for page in walked(http, ada, since=since) for item in page["items"]] == [three[1]]


def test_lines_say_the_same(http: Gateway, ada: Person, three: list[str]):
    lines = http.get(f"{PATH}/tickets", by=ada, headers=LINES, limit=2)
    page = http.get(f"{PATH}/tickets", by=ada, limit=2).body
    assert [json.loads(line) for line in lines.text.splitlines()] == page["items"]
    assert (lines.headers["content-type"], lines.headers["x-complete"]) == ("application/x-ndjson", "false")
    rest = http.get(f"{PATH}/tickets", by=ada, headers=LINES, limit=2, cursor=lines.headers["x-cursor"])
    assert ([json.loads(line)["id"] for line in rest.text.splitlines()], rest.headers["x-complete"]) == (
        three[:1],
        "true",
    )


def test_a_walk_has_what_somebody_may_see_now(
    http: Gateway, desk: Desk, ada: Person, rita: Person, nadia: Person, three: list[str]
):
    assert http.get(f"{PATH}/tickets", by=rita).code == "forbidden"
    assert http.get(f"{PATH}/tickets", by=nadia).body["items"] == []
    handed = {"team": "experts", "summary": "For you"}
    assert http.post(f"/api/tickets/{three[0]}/hand-overs", handed, by=ada).status == 201
    projections.found(desk, three[0])
    assert [item["id"] for item in http.get(f"{PATH}/tickets", by=nadia).body["items"]] == [three[0]]
    assert http.post(f"/api/tickets/{three[0]}/hand-overs", handed | {"team": "service-desk"}, by=ada).status == 201
    assert desk.tickets.get(TicketId(three[0])).team == "service-desk"
    assert http.get(f"{PATH}/tickets", by=nadia).body["items"] == []


def test_a_page_of_a_walk_is_two_requests(
    http: Gateway, desk: Desk, ada: Person, three: list[str], monkeypatch: pytest.MonkeyPatch
):
    """The manifests, and the tickets as they are now."""
    asked = count()
    for store, name in ((desk.search.manifests, "all"), (desk.tickets, "heads"), (desk.tickets, "get")):
        real = getattr(store, name)
        monkeypatch.setattr(store, name, lambda *given, real=real: (next(asked), real(*given))[1])
    assert len(http.get(f"{PATH}/tickets", by=ada).body["items"]) == 3
    assert next(asked) == 2
