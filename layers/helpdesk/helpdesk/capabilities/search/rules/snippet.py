"""The sentence of a document in which what was looked for stands, with its words marked."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.search.rules.document import Passage
from helpdesk.capabilities.search.rules.meaning import Alike, Begins, Either, Every, Meaning, Near, OneOf, meant_by
from helpdesk.capabilities.search.rules.query import Query, Words
from helpdesk.capabilities.search.rules.typos import is_alike
from helpdesk.capabilities.search.rules.words import Part, cut

BEFORE: Final = 60
LONGEST: Final = 220

Finds = Callable[[Part], bool]


class Piece(Struct, frozen=True, kw_only=True):
    text: str
    marked: bool = False


def finds(query: Query) -> Finds:
    """Whether a part of a text is what was looked for."""
    leaves = list(_leaves(query))
    exact = {term for leaf in leaves if isinstance(leaf, OneOf | Near) for term in leaf.terms}
    beginnings = tuple({leaf.prefix for leaf in leaves if isinstance(leaf, Begins)})
    alike = {leaf.term for leaf in leaves if isinstance(leaf, Alike)}
    known: dict[tuple[str, ...], bool] = {}

    def found(part: Part) -> bool:
        terms = part.terms
        if terms not in known:
            known[terms] = (
                not exact.isdisjoint(terms)
                or (bool(beginnings) and terms[0].startswith(beginnings))
                or any(is_alike(term, terms[0]) for term in alike)
            )
        return known[terms]

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
    return _pieces(text, 0, len(text), [part for part in cut(text, language) if found(part)])


def snippet(passages: Iterable[Passage], found: Finds) -> tuple[Piece, ...]:
    """From the first text in which something was found; the beginning of the first, if it was found elsewhere."""
    first: Passage | None = None
    for passage in passages:
        first = first or (passage if passage.text else None)
        parts = cut(passage.text, passage.language)
        hits = [part for part in parts if found(part)]
        if hits:
            return _around(passage.text, hits)
    return _around(first.text, []) if first else ()


def _around(text: str, hits: list[Part]) -> tuple[Piece, ...]:
    start = max(0, hits[0].start - BEFORE) if hits else 0
    end = min(len(text), start + LONGEST)
    if start:
        space = text.find(" ", start, hits[0].start)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", start + LONGEST // 2, end)
        end = space if space >= 0 else end
    cutting = [part for part in hits if part.start >= start and part.end <= end]
    pieces = _pieces(text, start, end, cutting)
    before = (Piece(text="… "),) if start else ()
    return (*before, *pieces, Piece(text=" …")) if end < len(text) else (*before, *pieces)


def _pieces(text: str, start: int, end: int, hits: list[Part]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for part in hits:
        begins = max(part.start, start)
        if begins > start:
            pieces.append(Piece(text=_plain(text[start:begins])))
        if part.end > begins:
            pieces.append(Piece(text=text[begins : part.end], marked=True))
        start = max(part.end, start)
    return (*pieces, Piece(text=_plain(text[start:end]))) if end > start else tuple(pieces)


def _plain(text: str) -> str:
    """On one line."""
    return " ".join(f"|{text}|".split())[1:-1]
