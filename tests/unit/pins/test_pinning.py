"""One note at the top of a ticket: the last one pinned, until it is taken away or its words are erased."""

from datetime import timedelta

import pytest
from helpdesk.capabilities.pins import rules
from helpdesk.core.record.event import Personal
from helpdesk.core.record.fold import fold
from helpdesk.core.record.pins import NotePinned, NoteUnpinned
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.tickets import a_change

ADA, OLGA = an_agent(), an_agent("Olga")
LATER = MONDAY_MORNING + timedelta(hours=1)


def pinned(ticket, text, by=ADA, at=MONDAY_MORNING):
    return a_change(ticket, *rules.pin(ticket, text), by=by, at=at)


@pytest.fixture
def ticket():
    return a_change().after


def test_nothing_is_pinned_to_a_new_ticket(ticket):
    assert ticket.pin is None


def test_the_head_says_what_is_pinned_by_whom_and_when(ticket):
    pin = pinned(ticket, "Mind the dog").after.pin
    assert (pin.text, pin.by, pin.name, pin.at) == ("Mind the dog", "ada", "Ada", MONDAY_MORNING)


def test_another_note_takes_its_place(ticket):
    before = pinned(ticket, "Mind the dog").after
    pin = pinned(before, "The dog is dead", by=OLGA, at=LATER).after.pin
    assert (pin.text, pin.name, pin.at) == ("The dog is dead", "Olga", LATER)


def test_an_empty_one_takes_it_away(ticket):
    before = pinned(ticket, "Mind the dog").after
    change = pinned(before, "")
    assert [entry.event for entry in change.entries] == [NoteUnpinned()]
    assert change.after.pin is None


@pytest.mark.parametrize("text", ["", "Mind the dog"])
def test_what_is_so_already_is_no_fact(ticket, text):
    before = pinned(ticket, "Mind the dog").after if text else ticket
    assert rules.pin(before, text) == []


def test_its_words_stand_in_the_erasable_part_alone(ticket):
    (entry,) = pinned(ticket, "Mind the dog").entries
    assert (entry.event, entry.personal) == (NotePinned(), Personal(body="Mind the dog", author="Ada"))
    assert not entry.is_public


def test_a_head_made_anew_after_they_were_erased_has_no_note(ticket):
    (entry,) = pinned(ticket, "Mind the dog").entries
    for erased in (None, Personal(author="Ada")):
        assert fold([replace(entry, personal=erased)], ticket).pin is None
