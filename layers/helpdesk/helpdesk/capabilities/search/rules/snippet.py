"""The sentence of a document in which what was looked for stands, with its words marked."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.search.rules.document import Passage
from helpdesk.capabilities.search.rules.meaning import Alike, Begins, Either, Every, Meaning, Near, OneOf, meant_by
from helpdesk.capabilities.search.rules.query import Query, Words
from helpdesk.capabilities.search.rules.typos import is_alike
from helpdesk.capabilities.search.rules.words import Part, cut, first_found

BEFORE: Final = 60
LONGEST: Final = 220

Finds = Callable[[tuple[str, ...]], bool]
"""Whether terms of a place are what was looked for."""


class Piece(Struct, frozen=True, kw_only=True):
    text: str
    marked: bool = False


@lru_cache(16)
def finds(query: Query) -> Finds:
    leaves = list(_leaves(query))
    exact = {term for leaf in leaves if isinstance(leaf, OneOf | Near) for term in leaf.terms}
    beginnings = tuple({leaf.prefix for leaf in leaves if isinstance(leaf, Begins)})
    alike = {leaf.term for leaf in leaves if isinstance(leaf, Alike)}

    @lru_cache(10_000)
    def found(terms: tuple[str, ...]) -> bool:
        if not exact.isdisjoint(terms) or (beginnings and terms[0].startswith(beginnings)):
            return True
        return any(is_alike(term, terms[0]) for term in alike)

    return found


def _leaves(query: Query) -> Iterator[Meaning]:
    for each in query.conditions:
        if isinstance(each.asked, Words) and not each.excluded:
            meaning = meant_by(each.asked, forgiving=query.forgiving)
            yield from _within(meaning) if meaning else ()


def _within(meaning: Meaning) -> Iterator[Meaning]:
    match meaning:
        case Every(of) | Either(of):
            for each in of:
                yield from _within(each)
        case leaf:
            yield leaf


def marked(text: str, language: str | None, found: Finds) -> tuple[Piece, ...]:
    """All of a short text."""
    return _pieces(text, 0, [part for part in cut(text, language) if found(part.terms)])


def snippet(passages: Iterable[Passage], found: Finds) -> tuple[Piece, ...]:
    """From the first text in which something was found; the beginning of the first, if it was found elsewhere."""
    first: Passage | None = None
    for passage in passages:
        first = first or (passage if passage.text else None)
        at = first_found(passage.text, passage.language, found)
        if at is not None:
            return _around(passage, at, found)
    return _around(first, 0, found) if first else ()


def _around(passage: Passage, at: int, found: Finds) -> tuple[Piece, ...]:
    text = passage.text
    start, end = max(0, at - BEFORE), min(len(text), max(0, at - BEFORE) + LONGEST)
    if start:
        space = text.find(" ", start, at)
        start = space + 1 if space >= 0 else at
    if end < len(text):
        space = text.rfind(" ", at + BEFORE, end)
        end = space if space >= 0 else end
    pieces = marked(text[start:end], passage.language, found)
    before, behind = [Piece(text="… ")] if start else [], [Piece(text=" …")] if end < len(text) else []
    return (*before, *pieces, *behind)


def _pieces(text: str, start: int, hits: list[Part]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part in hits:
        begins = max(part.start, start)
        if begins > start:
            pieces.append(Piece(text=_plain(text[start:begins])))
        if part.end > begins:
            pieces.append(Piece(text=text[begins : part.end], marked=True))
        start = max(part.end, start)
    return (*pieces, Piece(text=_plain(text[start:]))) if start < len(text) else tuple(pieces)


def _plain(text: str) -> str:
    """On one line."""
    return " ".join(f"|{text}|".split())[1:-1]
