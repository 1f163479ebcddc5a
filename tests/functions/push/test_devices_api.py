"""workspace_api and notify_people: people are told on devices they named, and no word of a ticket leaves for them."""

from typing import Any, Final

import pytest
from helpdesk.channels.notices.rules.telling import UntoldError
from helpdesk.channels.push.rules import MOST_DEVICES, WORDS, PushError
from helpdesk.core.directory.rules import Person
from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.desk import Desk
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

PATH: Final = "/api/me/devices"
ENDPOINT: Final = "https://fcm.googleapis.com/fcm/send/abc"
DRAFT: Final = {"endpoint": ENDPOINT, "p256dh": "B" + "x" * 86, "auth": "y" * 22}


@pytest.fixture
def bob(desk: Desk) -> Person:
    return staff(desk, an_agent("Bob"))[0]


def named(http: Gateway, by: Person, endpoint: str = ENDPOINT) -> str:
    reply = http.post(PATH, DRAFT | {"endpoint": endpoint}, by=by)
    assert reply.status == 201, reply.text
    return str(reply.body["id"])


def given(http: Gateway, desk: Desk, ticket: str, to: Person, by: Person) -> None:
    """A ticket is given to somebody, and they are told."""
    http.patch(f"/api/tickets/{ticket}", {"assignee": to.id}, by=by)
    invoke("notify_people", facts_of(desk, ticket, "TicketAssigned")[-1])


def sent(desk: Desk) -> list[tuple[str, str]]:
    return [(endpoint, note.title) for endpoint, note in desk.push.service.sent]


def test_a_device_is_told_of_which_ticket_and_why(http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str):
    named(http, ada)
    given(http, desk, ticket, ada, bob)
    ((endpoint, note),) = desk.push.service.sent
    assert (endpoint, note.title, note.ticket_id, note.concern) == (
        ENDPOINT, f"{ticket} is yours", ticket, Concern.ASSIGNED,
    )  # fmt: skip
    assert "printer" not in str(note).lower()


def test_it_is_in_the_language_of_who_reads_it(http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str):
    desk.directory.put_person(replace(ada, language="de"))
    named(http, ada)
    given(http, desk, ticket, ada, bob)
    assert sent(desk) == [(ENDPOINT, f"{ticket} gehört Ihnen")]


@pytest.mark.parametrize("language", WORDS)
def test_there_are_words_for_every_concern(language: str):
    assert set(WORDS[language]) == set(Concern)


def test_who_wants_no_push_gets_none(http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str):
    named(http, ada)
    ways = {"assigned": {"app": True, "mail": True, "push": False}}
    http.save("/api/me/settings", {"notifications": ways}, by=ada)
    given(http, desk, ticket, ada, bob)
    assert sent(desk) == []


def test_a_device_that_is_gone_is_forgotten(http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str):
    named(http, ada)
    named(http, ada, f"{ENDPOINT}/2")
    desk.push.service.gone.add(ENDPOINT)
    given(http, desk, ticket, ada, bob)
    assert [endpoint for endpoint, _ in sent(desk)] == [f"{ENDPOINT}/2"]
    assert [device.endpoint for device in desk.push.devices.of(ada.id)] == [f"{ENDPOINT}/2"]


def test_one_that_cannot_be_reached_keeps_nothing_from_the_others(
    http: Gateway, desk: Desk, ada: Person, bob: Person, ticket: str, monkeypatch: pytest.MonkeyPatch
):
    first, second = (named(http, ada, f"{ENDPOINT}/{number}") for number in range(2))
    ids = sorted([first, second])
    taken, send = [], desk.push.service.send

    def half(device: Any, note: Any) -> bool:
        if device.id == ids[0] and not taken:
            raise PushError("later")
        taken.append(device.id)
        return bool(send(device, note))

    monkeypatch.setattr(desk.push.service, "send", half)
    with pytest.raises(UntoldError, match="PushError"):
        given(http, desk, ticket, ada, bob)
    assert taken == [ids[1]]


def test_the_same_browser_is_no_second_device(http: Gateway, ada: Person):
    assert named(http, ada) == named(http, ada)
    found = http.get(PATH, by=ada).body
    assert (found["key"], len(found["items"]), found["items"][0]["current"]) == ("our-public-key", 1, True)


def test_a_device_is_taken_away(http: Gateway, desk: Desk, ada: Person, bob: Person):
    device = named(http, ada)
    assert http.send("DELETE", f"{PATH}/{device}", by=bob).body["items"] == []
    assert len(desk.push.devices.of(ada.id)) == 1
    assert http.send("DELETE", f"{PATH}/{device}", by=ada).body["items"] == []
    assert desk.push.devices.of(ada.id) == []


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"endpoint": "https://evil.example/x"}, "endpoint", "no_push_service"),
        ({"endpoint": "https://fcm.googleapis.com.evil.example/x"}, "endpoint", "no_push_service"),
        ({"endpoint": "https://fcm.googleapis.com:8443/x"}, "endpoint", "no_push_service"),
        ({"endpoint": "https://a@fcm.googleapis.com/x"}, "endpoint", "no_push_service"),
        ({"endpoint": "https://169.254.169.254/"}, "endpoint", "no_push_service"),
        ({"endpoint": "http://fcm.googleapis.com/x"}, "endpoint", "string_pattern_mismatch"),
        ({"p256dh": "x" * 87}, "p256dh", "string_pattern_mismatch"),
        ({"auth": "short"}, "auth", "string_pattern_mismatch"),
    ],
)
def test_only_push_services_are_called(http: Gateway, ada: Person, wrong: dict[str, str], field: str, code: str):
    reply = http.post(PATH, DRAFT | wrong, by=ada)
    assert (reply.status, [(e["field"], e["code"]) for e in reply.body["errors"]]) == (422, [(field, code)])


@pytest.mark.parametrize(
    "host", ["web.push.apple.com", "wns2-par02p.notify.windows.com", "updates.push.services.mozilla.com"]
)
def test_every_browser_has_its_service(http: Gateway, ada: Person, host: str):
    assert named(http, ada, f"https://{host}/abc")


def test_there_is_room_for_so_many(http: Gateway, ada: Person):
    for number in range(MOST_DEVICES):
        named(http, ada, f"{ENDPOINT}/{number}")
    reply = http.post(PATH, DRAFT, by=ada)
    assert (reply.status, reply.body["errors"][0]["code"]) == (422, "too_many")
    assert named(http, ada, f"{ENDPOINT}/0")


@pytest.mark.parametrize("endpoint", [ENDPOINT, "https://evil.example/x"])
def test_requesters_have_none(http: Gateway, rita: Person, endpoint: str):
    assert http.get(PATH, by=rita).status == 403
    assert http.post(PATH, DRAFT | {"endpoint": endpoint}, by=rita).status == 403
