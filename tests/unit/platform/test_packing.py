"""What is stored of tickets is packed: as short as it can be, and read for ever."""

from base64 import b64decode, b64encode

import pytest
from helpdesk.core.tickets.dynamodb.items import card_item, entry_item, head_item, head_of
from helpdesk.foundation.platform.dynamodb import keys
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.capacity import item_size
from tests.builders.tickets import a_change

WRITTEN = {
    "": "AQMA",
    '{"id":"HD-8BL1FE00","version":1,"subject":"Größe"}': "AUPKSU4+hm6uBgZoGQqRFdyLDm87PB/YXgYA",
    '{"type":"Unheard","event":{"to":"word","by":"agent"}}': "AauGldiheRlAbahNuXxQ1ZsPFkRqDdfWAgA=",
}


@pytest.mark.parametrize(("text", "stored"), WRITTEN.items())
def test_what_was_ever_packed_is_read(text: str, stored: str):
    """None of these is ever edited, nor the words by which they are packed."""
    assert keys.unpacked({"B": b64decode(stored)}) == text


@given(st.text())
def test_text_is_read_as_it_was_packed_in_a_table_and_in_a_stream(text: str):
    packed = keys.packed(text)
    assert keys.unpacked(packed) == keys.unpacked({"B": b64encode(packed["B"]).decode()}) == text


def test_text_that_was_stored_before_is_read():
    assert keys.unpacked({"S": "{}"}) == "{}"


CUT = keys.packed("word" * 9)["B"][:-1]


@pytest.mark.parametrize("stored", [b"", b"\x02abc", b"\x01\xff\xff", CUT, "no base64"])
def test_what_cannot_be_read_is_refused(stored: bytes | str):
    with pytest.raises(ValueError, match=r"known|unpacked|missing|base64"):
        keys.unpacked({"B": stored})


def test_head_and_card_are_half_the_kilobyte_that_is_paid_for():
    change = a_change()
    entry = {name: value for name, value in entry_item(change.entries[0]).items() if name != "personal"}
    assert head_of(head_item(change.after)) == change.after
    assert item_size(head_item(change.after) | card_item(change.after)) < 700
    assert item_size(entry) < 350
