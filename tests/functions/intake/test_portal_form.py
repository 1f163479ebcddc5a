"""portal_api: the public form, and what defends it."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.builders.assets import an_asset
from tests.builders.directory import a_requester
from tests.forms import new_form, sent
from tests.gateway import Gateway, Reply


def opened(desk: Desk) -> int:
    return len(list(desk.tickets.ids()))


def test_the_form_says_what_can_be_chosen(http: Gateway):
    form = http.get("/api/portal/form").body
    assert {category["id"] for category in form["categories"]} >= {"hardware", "question", "other"}
    assert all(set(category["name"]) == {"en", "de"} for category in form["categories"])
    assert form["levels"] == ["low", "medium", "high"]
    assert form["languages"] == ["en", "de"]
    assert form["max_attachment_bytes"] == 25_000_000


def test_a_stranger_opens_a_ticket(http: Gateway, desk: Desk, form: str):
    reply = sent(http, form, category="hardware", impact="high", urgency="high", language="de")
    assert (reply.status, reply.headers["location"]) == (201, "/api/portal/receipt")
    ticket = desk.tickets.get(TicketId(reply.body["id"]))
    assert (ticket.requester_name, ticket.requester_email) == ("Rita", "rita@people.example")
    assert (ticket.channel, ticket.language, ticket.category, ticket.priority) == ("web", "de", "hardware", "P1")
    assert desk.directory.person(ticket.requester).role == "requester"


@pytest.mark.parametrize(("asset", "ids", "unknown"), [("inv  7", ["printer-hall"], None), ("INV 8", [], "INV 8")])
def test_a_stranger_names_what_is_broken_by_the_number_on_it(
    http: Gateway, desk: Desk, form: str, asset: str, ids: list[str], unknown: str | None
):
    an_asset(desk, tag="INV 7")
    reply = sent(http, form, asset=asset)
    ticket = desk.tickets.get(TicketId(reply.body["id"]))
    assert ([found.id for found in ticket.assets], ticket.unknown_asset) == (ids, unknown)
    assert (reply.status, "asset" in str(reply.body)) == (201, False)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 251}, "name"),
        ({"email": "rita"}, "email"),
        ({"email": "rita@"}, "email"),
        ({"email": "rita@people.example\nBcc: all@people.example"}, "email"),
        ({"email": "a" * 250 + "@x.example"}, "email"),
        ({"email": None}, "email"),
        ({"subject": " "}, "subject"),
        ({"description": ""}, "description"),
        ({"description": "x" * 60_001}, "description"),
        ({"category": "spaceships"}, "category"),
        ({"impact": "P1"}, "impact"),
        ({"kind": "change"}, "kind"),
        ({"requester": "x@x.example"}, "requester"),
        ({"priority": "P1"}, "priority"),
        ({"form_token": None}, "form_token"),
        ({"form_token": "x" * 501}, "form_token"),
        ({"attachments": [{"id": "x", "name": "a"}]}, "attachments.0.id"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_saved(
    http: Gateway, desk: Desk, form: str, wrong: dict[str, Any], field: str
):
    reply = sent(http, form, **wrong)
    assert (reply.status, reply.code, reply.fields) == (422, "invalid", [field])
    assert opened(desk) == 0
    assert sent(http, form).status == 201


@pytest.mark.parametrize(
    ("email", "code", "values"),
    [
        ("paul.o’connor@people.example", "other_letters", {"sign": "’"}),
        ("jörg@people.example", "other_letters", {"sign": "ö"}),
        ("rita@corp.local", "no_mail_domain", {"name": "corp.local"}),
        ("rita", "no_address", {}),
    ],
)
def test_an_address_that_cannot_be_written_to_is_refused_with_the_reason(
    http: Gateway, desk: Desk, form: str, email: str, code: str, values: dict[str, str]
):
    (error,) = sent(http, form, email=email).body["errors"]
    assert (error["field"], error["code"], error["values"]) == ("email", code, values)
    assert opened(desk) == 0


@pytest.mark.parametrize("email", ["Rita@BÜCHER.example", "rita@xn--bcher-kva.example"])
def test_a_domain_in_other_letters_is_the_same_however_it_is_written(http: Gateway, desk: Desk, form: str, email: str):
    desk.directory.put_person(a_requester("Rita", email="rita@bücher.example"))
    reply = sent(http, form, email=email)
    assert desk.tickets.get(TicketId(reply.body["id"])).requester == "rita"


@pytest.mark.parametrize("name", ["Rita\nBcc: all@people.example", "Rita\r\n\r\nWin!"])
def test_a_name_is_one_line(http: Gateway, desk: Desk, form: str, name: str):
    created = sent(http, form, name=name).body
    assert desk.tickets.get(created["id"]).requester_name == " ".join(name.split())


def test_nobody_fills_in_a_form_within_two_seconds(http: Gateway, desk: Desk):
    form = new_form(http)
    too_fast = sent(http, form)
    assert (too_fast.status, too_fast.code, opened(desk)) == (400, "form_too_fast", 0)
    desk.clock.advance(timedelta(seconds=2))
    assert sent(http, form).status == 201


def test_a_form_lasts_two_hours(http: Gateway, desk: Desk):
    early, late = new_form(http), new_form(http)
    desk.clock.advance(timedelta(hours=2))
    assert sent(http, early).status == 201
    desk.clock.advance(timedelta(seconds=1))
    expired = sent(http, late)
    assert (expired.status, expired.code, opened(desk)) == (400, "form_expired", 1)


@pytest.mark.parametrize("token", ["", "nonsense", "a.b.c"])
def test_a_form_is_issued_here(http: Gateway, desk: Desk, token: str):
    reply = sent(http, token)
    assert (reply.status, reply.code, opened(desk)) == (400, "form_invalid", 0)


def test_a_link_is_no_form_and_a_form_is_no_link(http: Gateway, desk: Desk, form: str):
    link = sent(http, form).body["status_url"].partition("#")[2]
    desk.clock.advance(timedelta(seconds=3))
    assert sent(http, link).code == "form_invalid"
    assert http.get("/api/portal/ticket", link=form).code == "sign_in_required"


def test_who_fills_in_what_people_do_not_see_is_a_program(http: Gateway, desk: Desk, form: str):
    trapped = sent(http, form, website="https://buy.example")
    assert (trapped.status, trapped.code, opened(desk)) == (400, "form_invalid", 0)
    assert sent(http, form, website="").status == 201


def test_a_form_makes_one_ticket_however_often_it_is_sent(http: Gateway, desk: Desk, form: str):
    first, again = sent(http, form), sent(http, form)
    assert (first.body["id"], again.status) == (again.body["id"], 201)
    assert opened(desk) == 1


def test_a_form_that_was_used_takes_nothing_else(http: Gateway, desk: Desk, form: str):
    sent(http, form)
    reused = sent(http, form, subject="Something else")
    assert (reused.status, reused.code, opened(desk)) == (422, "idempotency_key_reused", 1)


def test_an_address_sends_ten_an_hour(http: Gateway, desk: Desk):
    replies = [_from_a_new_form(http, desk) for _ in range(11)]
    assert [reply.status for reply in replies] == [201] * 10 + [429]
    limited = replies[-1]
    assert limited.code == "rate_limited"
    assert 0 < int(limited.headers["retry-after"]) <= 3600
    assert opened(desk) == 10
    assert _from_a_new_form(http, desk, email="other@people.example").status == 201
    desk.clock.advance(timedelta(seconds=int(limited.headers["retry-after"])))
    assert _from_a_new_form(http, desk).status == 201


def test_a_network_sends_sixty_an_hour(http: Gateway, desk: Desk):
    replies = [_from_a_new_form(http, desk, email=f"p{number}@people.example") for number in range(61)]
    assert [reply.status for reply in replies] == [201] * 60 + [429]
    elsewhere = {"x-viewer-address": "2001:db8::7"}
    assert _from_a_new_form(http, desk, elsewhere, email="p99@people.example").status == 201


def test_who_is_refused_has_not_used_up_anything(http: Gateway, desk: Desk):
    for _ in range(12):
        assert _from_a_new_form(http, desk, category="spaceships").status == 422
    assert _from_a_new_form(http, desk).status == 201


def _from_a_new_form(http: Gateway, desk: Desk, headers: dict[str, str] | None = None, **more: Any) -> Reply:
    form = new_form(http)
    desk.clock.advance(timedelta(seconds=2))
    return sent(http, form, headers, **more)


def test_files_come_with_the_form_they_were_chosen_in(http: Gateway, desk: Desk, form: str):
    file = {"name": "smoke.png", "size": 8, "type": "image/png"}
    offered = http.post("/api/portal/uploads", file | {"form_token": form})
    assert offered.status == 201
    created = sent(http, form, attachments=[file | {"id": offered.body["id"]}]).body
    stored = desk.tickets.entries(created["id"])[0].event.attachments[0]
    assert offered.body["fields"]["key"].endswith(stored.id)
    assert (stored.name, stored.type) == ("smoke.png", "image/png")


def test_a_file_chosen_in_another_form_is_another_file(http: Gateway, desk: Desk, form: str):
    theirs = http.post("/api/portal/uploads", {"name": "a", "size": 8, "form_token": form}).body
    mine = new_form(http)
    desk.clock.advance(timedelta(seconds=3))
    created = sent(http, mine, attachments=[{"id": theirs["id"], "name": "a"}]).body
    named = desk.tickets.entries(created["id"])[0].event.attachments[0]
    assert not theirs["fields"]["key"].endswith(named.id)


@pytest.mark.parametrize(("size", "status"), [(1, 201), (25_000_000, 201), (0, 422), (25_000_000 + 1, 422)])
def test_a_file_has_a_size(http: Gateway, form: str, size: int, status: int):
    reply = http.post("/api/portal/uploads", {"name": "a", "size": size, "form_token": form})
    assert reply.status == status


@pytest.mark.parametrize(
    ("token", "status", "code"), [("nonsense", 400, "form_invalid"), ("", 401, "sign_in_required")]
)
def test_a_file_is_sent_from_a_form_or_by_a_link(http: Gateway, token: str, status: int, code: str):
    reply = http.post("/api/portal/uploads", {"name": "a", "size": 8, "form_token": token})
    assert (reply.status, reply.code) == (status, code)
