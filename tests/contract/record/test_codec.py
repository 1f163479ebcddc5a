"""What is stored is read as it was, whatever is in it, and what older workers stored is read too."""

from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec
import pytest
from helpdesk.core.directory.rules import Person
from helpdesk.core.record import stored_entries, stored_heads
from helpdesk.core.record.catalogue import CATALOGUE
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.tape import FactKind, TapeFact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.core.tickets.dynamodb.items import answered_of, card_item, card_of, entry_item, entry_of, once_item
from helpdesk.core.tickets.rules.listing import card
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.once import Answered, Once
from helpdesk.foundation.kernel.vocabulary import Channel
from helpdesk.foundation.platform.dynamodb import keys
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import NODEFAULT
from msgspec.structs import fields, replace

from tests.builders.tickets import a_change, a_ticket, an_entry

INSTANTS = st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - aware by `timezones`
WHOLE = st.integers(-(2**63), 2**63 - 1)
JSON = st.none() | st.booleans() | WHOLE | st.text() | st.lists(st.text())
st.register_type_strategy(datetime, INSTANTS)
st.register_type_strategy(
    Availability,
    st.builds(
        Availability,
        skills=st.dictionaries(st.text(), WHOLE),
        channels=st.dictionaries(st.sampled_from(Channel), WHOLE),
        shift=st.none() | st.dictionaries(st.text(), JSON, min_size=1),
        capacity=WHOLE,
        weight=WHOLE,
        idle_seconds=st.none() | WHOLE,
    ),
)
st.register_type_strategy(int, WHOLE)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Mapping, lambda _: st.dictionaries(st.text(), JSON))

TAPE_FACTS = st.builds(
    TapeFact,
    at=INSTANTS,
    kind=st.sampled_from(FactKind),
    value=st.text(st.characters(codec="utf-8", exclude_characters="\n")),
)
TICKETS = st.builds(Ticket, tape=st.lists(TAPE_FACTS, max_size=3).map(tuple))
quickly = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def entries(event_class):
    return st.builds(Entry, event=st.from_type(event_class), version=st.integers(1, 99_999_999))


@pytest.mark.parametrize("event_class", CATALOGUE.values(), ids=CATALOGUE)
@given(data=st.data())
@quickly
def test_an_entry_is_read_as_it_was_stored(event_class, data):
    entry = data.draw(entries(event_class))
    assert entry_of(entry_item(entry)) == entry


@given(ticket=TICKETS)
@quickly
def test_a_head_is_read_as_it_was_stored(ticket):
    assert stored_heads.decode(stored_heads.encode(ticket)) == ticket


@given(ticket=TICKETS)
@quickly
def test_a_card_is_read_as_it_was_stored(ticket):
    assert card_of(card_item(ticket)) == card(ticket)


@pytest.mark.parametrize("kind", [Person, Team, Member, Actor])
@given(data=st.data())
@quickly
def test_people_are_read_as_they_were_stored(kind, data):
    value = data.draw(st.from_type(kind))
    assert encoding.decode(kind, encoding.encode(value)) == value


@given(answered=st.builds(Answered))
@quickly
def test_an_answer_is_read_as_it_was_stored(answered):
    item = once_item(Once(key="k", payload=answered.payload), answered, datetime.now(UTC))
    assert answered_of(item) == answered


OPTIONAL = [
    (event_class, field)
    for event_class in CATALOGUE.values()
    for field in fields(event_class)
    if field.default is not NODEFAULT or field.default_factory is not NODEFAULT
]


@pytest.mark.parametrize(
    ("event_class", "field"), OPTIONAL, ids=[f"{event_class.__name__}.{field.name}" for event_class, field in OPTIONAL]
)
@given(data=st.data())
@settings(max_examples=3, deadline=None)
def test_a_field_that_older_workers_did_not_store_has_its_default(event_class, field, data):
    event = data.draw(st.from_type(event_class))
    entry = replace(an_entry(event_of_today()), event=event)
    stored = msgspec.json.decode(stored_entries.encode(entry))
    stored["event"].pop(field.name, None)
    read = stored_entries.decode(encoding.encode(stored), None).event
    assert read == replace(event, **{field.name: field.default})


def event_of_today():
    return a_change().entries[0].event


def test_a_field_of_a_newer_worker_is_passed_over():
    entry = a_change().entries[0]
    stored = msgspec.json.decode(stored_entries.encode(entry))
    stored["event"]["invented_later"] = 1
    stored["invented_later"] = 1
    assert stored_entries.decode(encoding.encode(stored), encoding.encode(entry.personal)) == entry


def test_an_erased_entry_is_read_without_its_words():
    entry = a_change().entries[0]
    item = entry_item(entry)
    del item["personal"]
    assert entry_of(item) == replace(entry, personal=None)


def test_the_words_of_people_stand_apart_from_the_rest():
    entry = a_change(description="Secret words").entries[0]
    item = entry_item(entry)
    assert "Secret words" in str(item.pop("personal"))
    assert "Secret words" not in f"{item}{keys.unpacked(item['entry'])}"


def test_a_tape_is_short():
    ticket = a_ticket()
    stored = msgspec.json.decode(stored_heads.encode(ticket))["tape"]
    assert len(stored) < 25 * len(ticket.tape)
