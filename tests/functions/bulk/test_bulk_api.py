"""bulk_api and change_tickets: many tickets are changed as each would be alone, once, and taken back."""

from typing import Any, Final

import pytest
from helpdesk.capabilities.bulk import rules
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Level, TicketId
from msgspec.structs import asdict

from tests.builders import projections
from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.gateway import Gateway, Reply
from tests.lambdas import invoke

PATH: Final = "/api/bulk-changes"
TO_P1: Final = {"fields": {"priority": "P1"}}


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rules, "PART", 2)


@pytest.fixture
def three(desk: Desk, rita: Person) -> list[str]:
    return [open_ticket(desk, rita, subject=f"Printer {number}", description="It smokes.").id for number in range(3)]


def planned(http: Gateway, by: Person, tickets: list[str], change: Any, **sent: Any) -> Reply:
    return http.post(PATH, {"tickets": tickets, "change": change}, by=by, **sent)


def worked(desk: Desk) -> int:
    """Let the workers be done; how many parts they met."""
    met = 0
    while desk.bulk.workers.begun:  # type: ignore[attr-defined]
        errand = asdict(desk.bulk.workers.begun.pop(0))  # type: ignore[attr-defined]
        while not errand.get("finished"):
            errand, met = invoke("change_tickets", errand), met + 1
    return met


def made(http: Gateway, desk: Desk, by: Person, tickets: list[str], change: Any) -> dict[str, Any]:
    job = planned(http, by, tickets, change).body["id"]
    assert http.post(f"{PATH}/{job}/start", by=by).status == 200
    worked(desk)
    page: dict[str, Any] = http.get(f"{PATH}/{job}", by=by).body
    return page


def priorities(desk: Desk, tickets: list[str]) -> list[str]:
    return [str(desk.tickets.get(TicketId(ticket)).priority) for ticket in tickets]


def test_it_is_looked_at_first_and_changes_nothing(http: Gateway, desk: Desk, ada: Person, three: list[str]):
    http.patch(f"/api/tickets/{three[0]}", {"priority": "P1"}, by=ada)
    before = [desk.tickets.get(TicketId(ticket)) for ticket in three]
    reply = planned(http, ada, [*three, "HD-8ZZZZZZZ"], TO_P1)
    assert reply.status == 201
    assert (reply.body["stage"], reply.body["total"]) == ("planned", 4)
    preview = reply.body["preview"]
    assert {name: preview[name] for name in ("changed", "unchanged", "refused")} == {
        "changed": 2,
        "unchanged": 1,
        "refused": 1,
    }
    assert [(each["code"], each["tickets"]) for each in preview["refusals"]] == [("not_found", ["HD-8ZZZZZZZ"])]
    assert [desk.tickets.get(TicketId(ticket)) for ticket in three] == before


def test_many_are_changed_part_by_part_and_each_is_told_of(http: Gateway, desk: Desk, ada: Person, three: list[str]):
    job = planned(http, ada, [*three, "HD-8ZZZZZZZ"], TO_P1).body["id"]
    assert http.post(f"{PATH}/{job}/start", by=ada).body["stage"] == "running"
    assert priorities(desk, three) != ["P1"] * 3
    assert worked(desk) == 2
    page = http.get(f"{PATH}/{job}", by=ada).body
    assert (page["stage"], page["changed"], page["unchanged"], page["refused"]) == ("done", 3, 0, 1)
    assert page["refusals"][0]["tickets"] == ["HD-8ZZZZZZZ"]
    assert priorities(desk, three) == ["P1"] * 3
    assert [each["id"] for each in http.get(PATH, by=ada).body["items"]] == [job]


def test_few_are_changed_at_once(http: Gateway, desk: Desk, ada: Person, three: list[str]):
    job = planned(http, ada, three[:2], TO_P1).body["id"]
    assert http.post(f"{PATH}/{job}/start", by=ada).body["stage"] == "done"
    assert worked(desk) == 0
    assert priorities(desk, three[:2]) == ["P1"] * 2


def test_what_is_delivered_twice_is_done_once(http: Gateway, desk: Desk, ada: Person, three: list[str]):
    note = {"message": {"body": "Looked at by the night shift."}}
    job = planned(http, ada, three, note).body["id"]
    http.post(f"{PATH}/{job}/start", by=ada)
    desk.bulk.workers.begun *= 3  # type: ignore[attr-defined]
    assert worked(desk) == 6
    page = http.get(f"{PATH}/{job}", by=ada).body
    assert (page["stage"], page["changed"]) == ("done", 3)
    for ticket in three:
        texts = [entry.personal.body for entry in desk.tickets.entries(TicketId(ticket)) if entry.personal]
        assert texts.count("Looked at by the night shift.") == 1


def test_a_worker_that_ends_before_it_wrote_down_what_it_did_does_it_once(
    http: Gateway, desk: Desk, ada: Person, three: list[str], monkeypatch: pytest.MonkeyPatch
):
    job = planned(http, ada, three, {"message": {"body": "Once."}}).body["id"]
    http.post(f"{PATH}/{job}/start", by=ada)
    with monkeypatch.context() as broken:
        broken.setattr(desk.bulk.jobs, "done", lambda *_: (_ for _ in ()).throw(RuntimeError))
        with pytest.raises(RuntimeError):
            invoke("change_tickets", asdict(desk.bulk.workers.begun[0]))  # type: ignore[attr-defined]
    worked(desk)
    assert http.get(f"{PATH}/{job}", by=ada).body["changed"] == 3
    assert [len(desk.tickets.entries(TicketId(ticket))) for ticket in three] == [2, 2, 2]


def test_it_is_stopped_and_goes_on(http: Gateway, desk: Desk, ada: Person, three: list[str]):
    job = planned(http, ada, three, TO_P1).body["id"]
    http.post(f"{PATH}/{job}/start", by=ada)
    assert http.post(f"{PATH}/{job}/stop", by=ada).body["stage"] == "stopped"
    worked(desk)
    assert http.get(f"{PATH}/{job}", by=ada).body["changed"] == 0
    http.post(f"{PATH}/{job}/start", by=ada)
    worked(desk)
    assert http.get(f"{PATH}/{job}", by=ada).body["changed"] == 3
    assert http.post(f"{PATH}/{job}/stop", by=ada).body["stage"] == "done"


def test_it_is_taken_back_where_nobody_changed_the_ticket_since(
    http: Gateway, desk: Desk, ada: Person, lea: Person, three: list[str]
):
    before = priorities(desk, three)
    job = made(http, desk, ada, three, TO_P1)
    assert job["can_undo"]
    http.patch(f"/api/tickets/{three[1]}", {"subject": "Another printer"}, by=lea)
    undo = http.post(f"{PATH}/{job['id']}/undo", by=ada)
    assert (undo.status, undo.body["undoes"]) == (201, job["id"])
    worked(desk)
    page = http.get(f"{PATH}/{undo.body['id']}", by=ada).body
    assert (page["stage"], page["changed"], page["refused"]) == ("done", 2, 1)
    assert [(each["code"], each["tickets"]) for each in page["refusals"]] == [("stale", [three[1]])]
    assert priorities(desk, three) == [before[0], "P1", before[2]]
    again = http.post(f"{PATH}/{job['id']}/undo", by=ada)
    assert (again.body["id"], worked(desk)) == (undo.body["id"], 0)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"move": {"state": "pending"}}, "state"),
        ({"move": {"state": "cancelled", "reason": "Twice"}}, "state"),
        ({"fields": {"assignee": "ada"}}, "assignee"),
        ({"fields": {"category": "network"}}, "category"),
        ({"team": {"team": "desk-b", "summary": "Theirs"}}, "team"),
    ],
)
def test_each_change_is_made_and_taken_back(
    http: Gateway, desk: Desk, ada: Person, three: list[str], change: Any, field: str
):
    staff(desk, an_agent("Bo", teams=("desk-b",)), team="desk-b", level=Level.L1)
    before = [getattr(desk.tickets.get(TicketId(ticket)), field) for ticket in three]
    job = made(http, desk, ada, three, change)
    assert (job["changed"], job["refusals"]) == (3, [])
    assert [getattr(desk.tickets.get(TicketId(ticket)), field) for ticket in three] != before
    http.post(f"{PATH}/{job['id']}/undo", by=ada)
    worked(desk)
    cancelled = change.get("move", {}).get("state") == "cancelled"  # over is over, also for one
    now = [getattr(desk.tickets.get(TicketId(ticket)), field) for ticket in three]
    assert (now == before) is not cancelled


def test_what_was_said_is_not_taken_back(http: Gateway, desk: Desk, ada: Person, three: list[str]):
    job = made(http, desk, ada, three, {"message": {"body": "We work on it.", "visibility": "public"}})
    assert not job["can_undo"]
    refused = http.post(f"{PATH}/{job['id']}/undo", by=ada)
    assert (refused.status, refused.code) == (409, "bulk_refused")
    assert http.post(f"{PATH}/{planned(http, ada, three, TO_P1).body['id']}/stop", by=ada).code == "bulk_refused"


def test_a_question_names_what_it_finds_when_it_is_asked(http: Gateway, desk: Desk, ada: Person, three: list[str]):
    projections.found(desk, *desk.tickets.ids())
    job = http.post(PATH, {"question": "printer is:open", "change": TO_P1}, by=ada).body
    late = open_ticket(desk, ada, subject="Printer 9", description="It smokes.").id
    projections.found(desk, late)
    http.post(f"{PATH}/{job['id']}/start", by=ada)
    worked(desk)
    assert priorities(desk, three) == ["P1"] * 3
    assert priorities(desk, [late]) != ["P1"]


def test_too_many_are_refused(http: Gateway, desk: Desk, ada: Person, three: list[str], monkeypatch: Any):
    projections.found(desk, *three)
    monkeypatch.setattr("helpdesk.capabilities.bulk.routes.planning.MOST", 2)
    refused = http.post(PATH, {"question": "printer", "change": TO_P1}, by=ada)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, "too_many")


def test_rights_are_those_of_single_changes(http: Gateway, desk: Desk, rita: Person, ada: Person, three: list[str]):
    """Also of who has fewer by the time it is their tickets' turn."""
    assert planned(http, rita, three, TO_P1).code == "forbidden"
    assert http.get(PATH, by=rita).code == "forbidden"
    nadia = staff(desk, an_agent("Nadia", external=True, teams=("experts",)), team="experts", level=Level.L3)[0]
    assert planned(http, nadia, three, TO_P1).body["preview"]["refusals"][0]["code"] == "not_found"
    job = planned(http, ada, three, TO_P1).body["id"]
    assert http.get(f"{PATH}/{job}", by=nadia).code == "not_found"
    http.post(f"{PATH}/{job}/start", by=ada)
    desk.directory.put_person(an_agent("Ada", active=False))
    worked(desk)
    found = desk.bulk.jobs.get(ada.id, job)
    assert found
    assert (found.counts.changed, found.counts.refused) == (0, 3)


def test_a_key_is_one_plan(http: Gateway, ada: Person, three: list[str]):
    first, again = (planned(http, ada, three, TO_P1, headers={"idempotency-key": "k"}) for _ in range(2))
    assert first.body["id"] == again.body["id"]
    assert planned(http, ada, three[:1], TO_P1, headers={"idempotency-key": "k"}).code == "idempotency_key_reused"


def test_more_than_a_change_may_have_are_refused(http: Gateway, ada: Person):
    many = [f"HD-8{number:07d}" for number in range(rules.MOST + 1)]
    assert planned(http, ada, many, TO_P1).status == 422


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"tickets": ["HD-80000001"], "change": {}}, "one_change"),
        ({"tickets": ["HD-80000001"], "change": {"fields": {}}}, "one_change"),
        ({"tickets": ["HD-80000001"], "change": {**TO_P1, "move": {"state": "solved"}}}, "one_change"),
        ({"change": TO_P1}, "which_tickets"),
        ({"tickets": ["HD-80000001"], "question": "printer", "change": TO_P1}, "which_tickets"),
    ],
)
def test_what_makes_no_sense_is_refused(http: Gateway, ada: Person, body: Any, code: str):
    refused = http.post(PATH, body, by=ada)
    assert (refused.status, refused.body["errors"][0]["code"]) == (422, code)
