"""portal_api: a visitor chats. It is a ticket from the first words on, and whose an address is nobody learns by it."""

from datetime import timedelta
from typing import Any

import pytest
from helpdesk.channels.chat.settings import CHAT, ChatTerms
from helpdesk.channels.intake.settings.form import FORM
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Channel, TicketId, Via
from msgspec.structs import replace

from tests.builders.directory import a_requester
from tests.gateway import Gateway, Reply

FIRST = {"name": "Vera", "email": "vera@people.example", "body": "My screen is black.\nSince noon."}


def form(http: Gateway, desk: Desk) -> str:
    token = str(http.get("/api/portal/chat/times").body["form_token"])
    desk.clock.advance(timedelta(seconds=3))
    return token


def begun(http: Gateway, desk: Desk, **more: Any) -> Reply:
    return http.post("/api/portal/chats", FIRST | {"form_token": form(http, desk)} | more)


@pytest.fixture
def chat(http: Gateway, desk: Desk) -> Reply:
    reply = begun(http, desk)
    assert reply.status == 201, reply.text
    return reply


def words(reply: Reply) -> list[tuple[str, str]]:
    return [(each["by"], each["body"]) for each in reply.body["messages"]]


def test_a_chat_is_a_ticket_from_its_first_words(http: Gateway, desk: Desk, ada: Person, chat: Reply):
    ticket = desk.tickets.get(TicketId(chat.body["id"]))
    assert (ticket.channel, ticket.subject) == (Channel.CHAT, "My screen is black.")
    seen = http.get(f"/api/tickets/{ticket.id}", by=ada).body
    assert (seen["channel"], seen["requester"]["name"]) == ("chat", "Vera")
    assert seen["timeline"][0]["body"] == FIRST["body"]


def test_both_sides_read_what_the_other_writes_in_order(http: Gateway, ada: Person, chat: Reply):
    which, token = chat.body["id"], chat.body["token"]
    said = http.post(
        "/api/portal/chat/messages", {"body": "Are you there?"}, link=token, headers={"idempotency-key": "a"}
    )
    assert (said.status, words(said)) == (201, [("visitor", "Are you there?")])
    http.post(f"/api/tickets/{which}/messages", {"body": "Here I am."}, by=ada)
    http.post(f"/api/tickets/{which}/messages", {"body": "She sounds cross.", "visibility": "internal"}, by=ada)
    read = http.get("/api/portal/chat", link=token)
    assert words(read) == [("visitor", FIRST["body"]), ("visitor", "Are you there?"), ("desk", "Here I am.")]
    assert [each["name"] for each in read.body["messages"]] == ["", "", ada.name]


def test_a_message_sent_twice_is_there_once(http: Gateway, chat: Reply):
    token = chat.body["token"]
    sent = [
        http.post("/api/portal/chat/messages", {"body": "Hello?"}, link=token, headers={"idempotency-key": "k1"})
        for _ in range(3)
    ]
    assert len({each.body["messages"][0]["id"] for each in sent}) == 1
    assert len(http.get("/api/portal/chat", link=token).body["messages"]) == 2


def test_one_form_opens_one_chat(http: Gateway, desk: Desk):
    token = form(http, desk)
    again = [http.post("/api/portal/chats", FIRST | {"form_token": token}) for _ in range(2)]
    assert [each.status for each in again] == [201, 201]
    assert again[0].body["id"] == again[1].body["id"]
    assert len(list(desk.tickets.ids())) == 1


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"body": ""}, 422),
        ({"body": "x" * 4001}, 422),
        ({"email": "nowhere"}, 422),
        ({"website": "https://spam.example"}, 400),
        ({"form_token": "made up"}, 400),
        ({"team": "network"}, 422),
    ],
)
def test_what_cannot_be_a_chat_is_refused(http: Gateway, desk: Desk, more: dict[str, str], status: int):
    assert begun(http, desk, **more).status == status
    assert not list(desk.tickets.ids())


def test_outside_the_hours_there_is_the_form(http: Gateway, desk: Desk):
    desk.clock.advance(timedelta(hours=12))
    assert http.get("/api/portal/chat/times").body["opens_at"] == "2026-03-03T07:00:00Z"
    refused = begun(http, desk)
    assert (refused.status, refused.body["code"]) == (409, "chat_closed")


def test_switched_off_there_is_none(http: Gateway, desk: Desk):
    desk.settings.let(CHAT, ChatTerms(chat=False, chat_calendar="always"))
    assert http.get("/api/portal/chat/times").body["open"] is False


def test_chats_and_forms_share_their_limits(http: Gateway, desk: Desk):
    desk.settings.let(FORM, replace(desk.settings.of(FORM), form_limit_per_email=2))
    assert [begun(http, desk).status for _ in range(3)] == [201, 201, 429]


@pytest.mark.parametrize("path", ["/api/portal/ticket", "/api/portal/receipt", "/api/portal/rating"])
def test_a_chat_opens_nothing_but_itself(http: Gateway, chat: Reply, path: str):
    assert http.get(path, link=chat.body["token"]).status == 401


@pytest.mark.parametrize("token", ["", "made up", "x.y.z"])
def test_without_its_link_nobody_reads_or_writes(http: Gateway, chat: Reply, token: str):
    assert http.get("/api/portal/chat", link=token).status == 401
    assert http.post("/api/portal/chat/messages", {"body": "Hello"}, link=token).status == 401
    assert http.post("/api/portal/chat/live-tickets", link=token).status == 401


def test_the_answers_are_the_same_whoever_the_address_belongs_to(http: Gateway, desk: Desk):
    nobody = begun(http, desk, email="nobody@people.example")
    greta = a_requester("Greta Gold", email="who@people.example", language="de")
    desk.directory.put_person(greta)
    theirs = begun(http, desk, email="who@people.example")

    def told(reply: Reply) -> str:
        for own in ("token", "id"):
            reply = Reply(reply.status, reply.headers, reply.text.replace(reply.body[own], own))
        return reply.text.replace(reply.body["messages"][0]["id"], "ID").replace(reply.body["messages"][0]["at"], "AT")

    assert told(nobody) == told(theirs)
    read = http.get("/api/portal/chat", link=theirs.body["token"]).text
    assert "Greta" not in read
    assert "who@" not in read


def test_what_they_write_is_known_to_be_of_nobody_proven(http: Gateway, desk: Desk, ada: Person, rita: Person):
    chat = begun(http, desk, email=rita.email)
    http.post("/api/portal/chat/messages", {"body": "It is me"}, link=chat.body["token"])
    entries = desk.tickets.entries(TicketId(chat.body["id"]))
    assert next(each.event.via for each in entries if each.type == "MessageAdded") is Via.FORM
    seen = http.get(f"/api/tickets/{chat.body['id']}", by=ada).body["timeline"]
    assert [each["actor"]["name"] for each in seen if each["body"]] == ["Vera", "Vera"]


def test_what_the_owner_of_the_address_writes_elsewhere_is_not_theirs(http: Gateway, desk: Desk, rita: Person):
    """The owner has the mailed link, and reads all of it by that."""
    chat = begun(http, desk, email=rita.email)
    http.post(f"/api/tickets/{chat.body['id']}/messages", {"body": "I did not write this."}, by=rita)
    assert words(http.get("/api/portal/chat", link=chat.body["token"])) == [("visitor", FIRST["body"])]
    mailed = status_link(desk, desk.tickets.get(TicketId(chat.body["id"]))).partition("#")[2]
    assert len(http.get("/api/portal/chat", link=mailed).body["messages"]) == 2


def test_who_is_signed_in_begins_a_chat_with_an_account(http: Gateway, desk: Desk, rita: Person):
    asked = {"subject": "Black screen", "description": "Since noon", "channel": "chat"}
    opened = http.post("/api/tickets", asked, by=rita)
    assert (opened.status, desk.tickets.get(TicketId(opened.body["id"])).channel) == (201, Channel.CHAT)
    token = opened.body["status_url"].partition("#")[2]
    assert words(http.get("/api/portal/chat", link=token)) == [("visitor", "Since noon")]
    assert http.post("/api/tickets", asked | {"channel": "phone"}, by=rita).status == 403


def test_an_ended_chat_is_read_and_a_closed_one_takes_no_more(http: Gateway, desk: Desk, ada: Person, chat: Reply):
    which, token = chat.body["id"], chat.body["token"]
    http.post(f"/api/tickets/{which}/messages", {"body": "Done.", "state": "solved"}, by=ada)
    assert http.get("/api/portal/chat", link=token).body["turn"] == "solved"
    assert http.post("/api/portal/chat/messages", {"body": "It is black again"}, link=token).status == 201
    assert http.get("/api/portal/chat", link=token).body["turn"] == "open"
