"""A line of a list shows how the last message begins: one that its requester can read, and only while its words are
there.
"""

import pytest
from helpdesk.core.record.fold import fold
from helpdesk.core.record.latest import LARGEST, LONGEST, beginning
from helpdesk.core.record.sides import SideMessageReceived, SideMessageSent
from helpdesk.core.tickets.dynamodb.items import card_item, head_item
from helpdesk.core.tickets.rules import writing
from helpdesk.core.tickets.rules.listing import card
from helpdesk.core.tickets.settings import TERMS
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.bench.capacity import item_size
from tests.builders.directory import an_agent
from tests.builders.tickets import a_change, a_message, a_note

ADA = an_agent()
SETTINGS = TERMS.at_first()


def written(before, message):
    return a_change(before, *writing.add_message(before, message, ADA.as_actor(), SETTINGS), by=ADA)


@pytest.fixture
def opened():
    return a_change(description="Nothing comes out.\n\nNot even steam.")


def test_it_begins_with_the_request(opened):
    assert card(opened.after).preview == "Nothing comes out. Not even steam."


def test_the_last_message_takes_its_place(opened):
    answered = written(opened.after, a_message("Did you try water?"))
    assert card(answered.after).preview == "Did you try water?"


@pytest.mark.parametrize("word", ["note", SideMessageSent(side="x"), SideMessageReceived(side="x", mail="m")], ids=str)
def test_what_its_requester_cannot_read_never_stands_there(opened, word):
    change = written(opened.after, a_note()) if word == "note" else a_change(opened.after, word, by=ADA)
    assert card(change.after).preview == card(opened.after).preview


def test_a_message_without_words_shows_none_of_older_ones(opened):
    assert card(written(opened.after, a_message("> It smokes.")).after).preview is None


def test_erased_from_the_entry_it_is_gone_from_the_head_made_anew(opened):
    answered = written(opened.after, a_message("Dear Rita, did you try water?"))
    bare = [replace(entry, personal=None) for entry in (*opened.entries, *answered.entries)]
    assert "Rita" in (card(fold([*opened.entries, *answered.entries])).preview or "")
    assert fold(bare).latest is None
    assert card(fold(bare)).preview is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("  Two\n\n lines\t ", "Two lines"),
        ("> It smokes.\n > Really.\nWater!", "Water!"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * LONGEST + "…"),
        ("word " * 60, ("word " * 20).rstrip() + "…"),
        ("水" * 100, "水" * (LARGEST // 3) + "…"),
    ],
)
def test_what_is_said_first_of_a_text(text, shown):
    assert beginning(text) == shown


@given(st.text(max_size=400))
def test_a_beginning_is_one_short_line(text):
    shown = beginning(text)
    assert len(shown) <= LONGEST + 1
    assert len(shown.encode()) <= LARGEST + len("…".encode())
    assert shown == " ".join(shown.split())


@pytest.mark.parametrize(
    "text",
    [
        "Good morning, the printer on the third floor prints stripes since Thursday, and new toner has not helped",
        "Доброе утро, принтер на третьем этаже печатает полосы вот уже неделю, и новый тонер не помог, увы.",
        "お世話になっております。三階のプリンターが木曜日から縞模様を印刷し、トナーを交換しても直りません。",
    ],
)
def test_head_and_card_stay_within_the_kilobyte_that_is_paid_for(text):
    ticket = a_change(description=text).after
    assert item_size(head_item(ticket) | card_item(ticket)) < 920
