"""publish_events: every entry written comes on the bus, and one that cannot is put aside and tried again."""

import json
from typing import Any

import pytest
from helpdesk.channels.live import actions as live
from helpdesk.channels.publishing import actions as publication
from helpdesk.channels.publishing.rules import Envelope
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Entry
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.dynamodb import keys

from tests.facts import inserted, queued
from tests.gateway import Gateway
from tests.lambdas import invoke

NOTHING_FAILED: dict[str, list[dict[str, str]]] = {"batchItemFailures": []}
Record = dict[str, Any]


@pytest.fixture
def records(http: Gateway, desk: Desk, ada: Person, ticket: str) -> list[Record]:
    """What the stream has of a ticket that was opened, answered and noted upon."""
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Did you try water?"}, by=ada)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "SECRET", "visibility": "internal"}, by=ada)
    return [inserted(entry) for entry in desk.tickets.entries(TicketId(ticket))]


def unreadable(record: Record) -> None:
    record["dynamodb"]["NewImage"]["entry"] = {"S": "{nonsense"}


def of_a_later_version(record: Record) -> None:
    """Written by newer code, while this worker is still the old one."""
    image = record["dynamodb"]["NewImage"]
    written = keys.unpacked(image["entry"]).replace('"type":"MessageAdded"', '"type":"TicketTeleported"')
    image["entry"] = {"S": written}


def cut_off(record: Record) -> None:
    entry = record["dynamodb"]["NewImage"]["entry"]
    entry["B"] = entry["B"][:40]


def packed_by_words_to_come(record: Record) -> None:
    record["dynamodb"]["NewImage"]["entry"] = {"B": "/w=="}


def without_its_entry(record: Record) -> None:
    del record["dynamodb"]["NewImage"]["entry"]


def without_an_image(record: Record) -> None:
    del record["dynamodb"]["NewImage"]


each_poison = pytest.mark.parametrize(
    "poison", [unreadable, cut_off, packed_by_words_to_come, of_a_later_version, without_its_entry, without_an_image]
)


def published(desk: Desk) -> list[str]:
    return [fact.detail["metadata"]["id"] for fact in desk.publishing.bus.published]


def ids(records: list[Record]) -> list[str]:
    return [record["dynamodb"]["Keys"]["sk"]["S"].rpartition("#")[2] for record in records]


def test_every_entry_comes_on_the_bus_in_order(desk: Desk, records: list[Record]):
    assert invoke("publish_events", {"Records": records}) == NOTHING_FAILED
    assert published(desk) == ids(records)
    assert [fact.type for fact in desk.publishing.bus.published] == [
        "TicketCreated",
        "MessageAdded",
        "StateChanged",
        "MessageAdded",
    ]
    assert desk.publishing.queue.take() == []


def test_no_word_of_people_comes_on_the_bus(desk: Desk, records: list[Record]):
    invoke("publish_events", {"Records": records})
    text = json.dumps([fact.detail for fact in desk.publishing.bus.published])
    assert not any(word in text for word in ("SECRET", "water", "smokes", "printer", "Rita", "Ada", "@people"))


@each_poison
def test_all_good_ones_come_and_the_poisoned_one_is_put_aside(desk: Desk, records: list[Record], poison: Any):
    poison(records[1])
    assert invoke("publish_events", {"Records": records}) == NOTHING_FAILED
    good = [records[0], *records[2:]]
    assert published(desk) == ids(good)
    (aside,) = [json.loads(body) for body in desk.publishing.queue.take()]
    assert {name: aside[name] for name in ("pk", "sk")} == records[1]["dynamodb"]["Keys"]


def test_what_the_bus_refuses_is_put_aside(desk: Desk, records: list[Record]):
    desk.publishing.bus.refuses = lambda fact: fact.type == "StateChanged"
    invoke("publish_events", {"Records": records})
    assert published(desk) == [ids(records)[0], ids(records)[1], ids(records)[3]]
    assert len(desk.publishing.queue.take()) == 1


def test_what_people_wrote_is_not_put_aside(desk: Desk, records: list[Record]):
    desk.publishing.bus.refuses = lambda _: True
    invoke("publish_events", {"Records": records})
    bodies = desk.publishing.queue.take()
    assert len(bodies) == len(records)
    assert not any("SECRET" in body or "water" in body for body in bodies)


def test_what_was_put_aside_is_tried_again(desk: Desk, records: list[Record]):
    desk.publishing.bus.refuses = lambda fact: fact.type == "StateChanged"
    invoke("publish_events", {"Records": records})
    aside = desk.publishing.queue.take()
    assert invoke("publish_events", queued(*aside)) == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}
    desk.publishing.bus.refuses = lambda _: False
    assert invoke("publish_events", queued(*aside)) == NOTHING_FAILED
    assert published(desk)[-1] == ids(records)[2]


def test_a_fact_of_a_later_version_is_published_by_later_code(
    desk: Desk, records: list[Record], monkeypatch: pytest.MonkeyPatch
):
    """It is not lost with the worker that did not understand it."""
    of_a_later_version(records[1])
    invoke("publish_events", {"Records": records})
    aside = desk.publishing.queue.take()
    assert invoke("publish_events", queued(*aside))["batchItemFailures"]
    from helpdesk.core.record.catalogue import CATALOGUE  # noqa: PLC0415

    monkeypatch.setitem(CATALOGUE, "TicketTeleported", CATALOGUE["MessageAdded"])
    assert invoke("publish_events", queued(*aside)) == NOTHING_FAILED
    assert published(desk)[-1] == ids(records)[1]


@each_poison
def test_a_poisoned_message_does_not_hold_up_the_others(desk: Desk, records: list[Record], poison: Any):
    poison(records[1])
    bodies = [json.dumps(record["dynamodb"].get("NewImage", record["dynamodb"]["Keys"])) for record in records]
    failed = invoke("publish_events", queued(*bodies))["batchItemFailures"]
    assert failed == [{"itemIdentifier": "message-1"}]
    assert published(desk) == ids([records[0], *records[2:]])


@pytest.mark.parametrize("body", ["nonsense", "", "[]", "7"])
def test_nonsense_in_the_queue_is_given_back(desk: Desk, body: str):
    assert invoke("publish_events", queued(body))["batchItemFailures"] == [{"itemIdentifier": "message-0"}]


def test_a_wake_that_is_near_is_armed_at_once(desk: Desk, records: list[Record]):
    """The sweep looks ten minutes ahead; what wakes within that may be due before it comes."""
    invoke("publish_events", {"Records": records[:1]})
    assert [fact.detail["metadata"]["arm"] for fact in desk.publishing.bus.published] == [False]
    entry = desk.tickets.entries(TicketId(records[0]["dynamodb"]["Keys"]["pk"]["S"][2:]))[0]
    desk.clock.set(entry.promise.wake_at)
    invoke("publish_events", {"Records": records[:1]})
    assert [fact.detail["metadata"]["arm"] for fact in desk.publishing.bus.published] == [False, True]


@pytest.mark.parametrize("bad", [0, 1, 2])
def test_an_entry_that_cannot_be_told_of_is_put_aside_and_the_others_come_on_the_bus(
    desk: Desk, records: list[Record], monkeypatch: pytest.MonkeyPatch, bad: int
):
    first, envelope = ids(records)[bad], publication.envelope

    def broken(entry: Entry, **told: Any) -> Envelope:
        if entry.id == first:
            raise OverflowError
        return envelope(entry, **told)

    monkeypatch.setattr(publication, "envelope", broken)
    assert invoke("publish_events", {"Records": records}) == NOTHING_FAILED
    assert published(desk) == [each for each in ids(records) if each != first]
    (aside,) = [json.loads(body) for body in desk.publishing.queue.take()]
    assert aside["sk"]["S"].endswith(first)


def unreachable(*_: object) -> None:
    raise ConnectionError


def waiting(desk: Desk) -> list[dict[str, str]]:
    return [json.loads(body) for body in desk.assignment.queue.take()]


def test_a_ticket_waits_in_its_teams_line_once_however_often_it_is_told(desk: Desk, records: list[Record], ticket: str):
    for _ in range(3):
        invoke("publish_events", {"Records": records[:1]})
    assert waiting(desk) == [{"ticket_id": ticket, "team": "service-desk"}]


def test_several_facts_of_one_ticket_are_one_look_at_it(desk: Desk, records: list[Record], ticket: str):
    """It was opened and answered: who looks finds both."""
    invoke("publish_events", {"Records": records})
    assert waiting(desk) == [{"ticket_id": ticket, "team": "service-desk"}]


def test_what_a_line_did_not_take_is_put_aside_and_tried_again(
    desk: Desk, records: list[Record], ticket: str, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as broken:
        broken.setattr(type(desk.assignment.queue), "send", unreachable)
        invoke("publish_events", {"Records": records[:1]})
        aside = desk.publishing.queue.take()
        assert invoke("publish_events", queued(*aside))["batchItemFailures"]
    assert invoke("publish_events", queued(*aside)) == NOTHING_FAILED
    assert waiting(desk) == [{"ticket_id": ticket, "team": "service-desk"}]


def watched(desk: Desk) -> list[Any]:
    return [fact.detail["metadata"].get("watched") for fact in desk.publishing.bus.published]


def watch(desk: Desk, person: Person, *topics: str) -> None:
    desk.live.board.admit(live.admission(desk, person.as_actor()), person.id)
    live.watch(desk, person.id, topics)


def test_browsers_are_told_only_of_what_somebody_watches(desk: Desk, records: list[Record], ada: Person, ticket: str):
    invoke("publish_events", {"Records": records[:1]})
    watch(desk, ada, f"ticket:{ticket}", "team:another")
    invoke("publish_events", {"Records": records[:1]})
    assert watched(desk) == [None, [f"ticket:{ticket}"]]


def test_where_it_cannot_be_read_who_watches_browsers_are_told(
    desk: Desk, records: list[Record], ticket: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(type(desk.live.board), "watched", unreachable)
    assert invoke("publish_events", {"Records": records[:1]}) == NOTHING_FAILED
    assert watched(desk) == [["person:rita", "team:service-desk", f"ticket:{ticket}"]]
