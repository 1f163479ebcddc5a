"""A document as an index has it: what stands where, apart for those who may read less."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.search.rules.document import ASSIGNEE, FACETS, Document, Passage
from helpdesk.capabilities.search.rules.meaning import mark_terms
from helpdesk.capabilities.search.rules.scope import Scope
from helpdesk.capabilities.search.rules.stems import tongue_of
from helpdesk.capabilities.search.rules.words import ends_of, laid_out, written
from helpdesk.core.tickets.rules.access import Place

Lane = list[tuple[str, ...]]
"""The terms at each place."""

_APART: Final[Lane] = [()]

_SAID: Final = frozenset({"asset", "phone", "tag", "vendor"})
"""Marks whose value is what people call it: they are found by it as a word, too."""


class Lanes(Struct, frozen=True, kw_only=True):
    """`words` are for everybody who sees it, `notes` for staff, as are `marks` and `open_marks`."""

    title: Lane
    words: Lane
    notes: Lane
    open_marks: tuple[str, ...]
    marks: tuple[str, ...]
    door: tuple[str, ...]
    """Of each in whose reach it is, a term."""
    tongues: tuple[str, ...]
    """The languages whose stems it has."""
    facets: dict[str, str]


def lanes_of(document: Document) -> Lanes:
    named = [*laid_out(written(document.title), document.language), ends_of(document.id)]
    open_texts = [*(text for text in document.texts if not text.internal), *_told(document, public=True)]
    inner_texts = [*(text for text in document.texts if text.internal), *_told(document, public=False)]
    words, notes = [*named, *_APART, *_lane(open_texts)], _lane(inner_texts)
    marks = [(mark, term) for mark in document.marks for term in mark_terms(mark.field, mark.value, mark.words)]
    return Lanes(
        title=named,
        words=words,
        notes=notes,
        open_marks=tuple(dict.fromkeys(term for mark, term in marks if mark.public)),
        marks=tuple(dict.fromkeys(term for mark, term in marks if not mark.public)),
        door=door_of(document.place),
        tongues=tuple(sorted({tongue for terms in (*words, *notes) for each in terms if (tongue := tongue_of(each))})),
        facets={mark.field: mark.value for mark in document.marks if mark.field in FACETS},
    )


def door_of(place: Place) -> tuple[str, ...]:
    found = [f"team={place.team}", *(f"person={person}" for person in place.people), f"id={place.id}"]
    return (*found, f"assignee={place.assignee}") if place.assignee else tuple(found)


def _told(document: Document, *, public: bool) -> Iterable[Passage]:
    marks = (mark for mark in document.marks if mark.public is public)
    said = (mark.words or (mark.value if mark.field in _SAID else "") for mark in marks)
    return (Passage(text=words) for words in said if words)


def _lane(passages: Iterable[Passage]) -> Lane:
    lane: Lane = []
    for passage in passages:
        lane += [*laid_out(written(passage.text), passage.language), *_APART]
    return lane


def countable(facets: Iterable[str], scope: Scope) -> tuple[str, ...]:
    """What may be counted for a reader: whoever asks or takes part learns of teams and organizations nowhere."""
    known = {*FACETS, ASSIGNEE}
    return tuple(facet for facet in facets if facet in known and (scope.internal or facet == "state"))
