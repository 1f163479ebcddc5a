"""An inbox by its rules: what comes, what is done with, and what comes back."""

from datetime import timedelta

import pytest
from helpdesk.channels.inbox.rules import (
    LATEST,
    MOST_KNOWN,
    MOST_NOTES,
    Heap,
    InboxMovedError,
    Note,
    Place,
    come,
    placed,
    seen,
)
from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st

NOW = MONDAY_MORNING
EMPTY = Heap(ticket="HD-80000001")


def a_note(number: int = 1, concern: Concern = Concern.REPLIED) -> Note:
    return Note(entry=f"{number:026d}", concern=concern, at=NOW + timedelta(minutes=number))


def a_heap(*notes: Note) -> Heap:
    heap = EMPTY
    for note in notes or (a_note(),):
        heap = come(heap, note, note.at)
    return heap


def test_what_comes_stands_there_with_what_was_there():
    heap = a_heap(a_note(1), a_note(2, Concern.MISSED))
    assert [note.concern for note in heap.notes] == [Concern.REPLIED, Concern.MISSED]
    assert (heap.stands_at, heap.revision) == (a_note(2).at, 2)


@given(st.lists(st.integers(1, 8), max_size=30), st.data())
def test_however_often_it_is_delivered_it_comes_once(numbers: list[int], data: st.DataObject):
    heap = EMPTY
    for number in numbers:
        heap = come(heap, a_note(number), NOW)
        again = data.draw(st.sampled_from(sorted({note.entry for note in heap.notes})))
        assert come(heap, a_note(int(again)), NOW) == heap
    assert len({note.key for note in heap.notes}) == len(heap.notes) == len(set(numbers)) == heap.revision


def test_one_entry_may_concern_somebody_twice():
    assert len(a_heap(a_note(1), a_note(1, Concern.MISSED)).notes) == 2


def test_what_is_done_with_does_not_come_back_by_another_delivery():
    done = placed(a_heap(), Place.DONE, None, NOW)
    assert done.stands_at is None
    assert come(done, a_note(), NOW) == done


def test_what_comes_after_done_begins_anew():
    done = placed(a_heap(a_note(1), a_note(2)), Place.DONE, None, NOW)
    assert come(done, a_note(3), NOW).notes == (a_note(3),)


def test_what_comes_before_later_brings_all_of_it_back():
    until = NOW + timedelta(days=1)
    put_off = placed(a_heap(), Place.LATER, until, NOW)
    assert put_off.stands_at == until
    back = come(put_off, a_note(2), NOW)
    assert (back.stands_at, len(back.notes)) == (NOW, 2)


@pytest.mark.parametrize("place", [Place.DONE, Place.LATER])
def test_what_was_put_away_can_be_put_back(place: Place):
    heap = a_heap(a_note(1), a_note(2))
    away = placed(heap, place, NOW + timedelta(days=1), NOW)
    back = placed(away, Place.OPEN, None, NOW + timedelta(hours=1))
    assert (back.notes, back.stands_at) == (heap.notes, heap.stands_at)


@pytest.mark.parametrize(
    ("until", "code"),
    [
        (None, "until_when"),
        (NOW, "passed"),
        (NOW - timedelta(days=1), "passed"),
        (NOW + LATEST + timedelta(seconds=1), "too_late"),
    ],
)
def test_later_is_soon(until, code: str):
    with pytest.raises(InvalidError) as refused:
        placed(a_heap(), Place.LATER, until, NOW)
    assert [(each.field, each.code) for each in refused.value.problems] == [("until", code)]


def test_it_holds_no_more_than_it_should():
    heap = a_heap(*map(a_note, range(200)))
    assert (len(heap.notes), len(heap.known)) == (MOST_NOTES, MOST_KNOWN)
    assert heap.notes[-1] == a_note(199)


def test_who_puts_away_what_they_saw_does_not_put_away_more():
    heap = a_heap(a_note(1), a_note(2))
    assert seen(heap, None) == seen(heap, 2) == heap
    with pytest.raises(InboxMovedError):
        seen(heap, 1)
