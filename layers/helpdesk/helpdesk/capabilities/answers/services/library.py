"""Questions to an index in memory."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, Final

import msgspec
import numpy as np

from helpdesk.capabilities.answers.ports import Found
from helpdesk.capabilities.answers.rules.index import WHOLE, Index
from helpdesk.capabilities.answers.rules.score import IN_TEXT, IN_TITLE, score, weight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.capabilities.answers.rules.index import Entry
    from helpdesk.capabilities.answers.rules.question import Asked
    from helpdesk.capabilities.search.rules.manifest import Manifest
    from helpdesk.foundation.platform.ports import Packs

NUMBERS: Final = 512
"""Of a meaning."""

MOST_BEGUN: Final = 50


class PackShelf:
    """See ports.Shelf."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._name = ""
        self._library = MemoryLibrary(Index())

    def following(self, manifest: Manifest) -> MemoryLibrary:
        name = manifest.packs[-1] if manifest.packs else ""
        if name != self._name:
            index = msgspec.msgpack.decode(self._packs.get(WHOLE, name), type=Index) if name else Index()
            self._library, self._name = MemoryLibrary(index), name
        return self._library


class MemoryLibrary:
    """See ports.Library. What it takes to ask is made for the first question."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._texts = [
            (article, language, text)
            for article, entry in index.entries.items()
            for language, text in entry.texts.items()
        ]

    def find(self, asked: Asked, meaning: bytes, may: Callable[[Entry], bool], limit: int) -> Sequence[Found]:
        if not self._texts:
            return []
        wanted = _vectors([meaning])[0]
        titles, rows = self._titles @ wanted, self._passages @ wanted
        best_rows, said = np.maximum.reduceat(rows, self._begins), self._said(asked)
        scores: dict[str, float] = {}
        for number, (article, _, _) in enumerate(self._texts):
            here = score(float(titles[number]), float(best_rows[number]), said.get(number, 0.0))
            scores[article] = max(scores.get(article, 0.0), here)
        best = sorted(scores, key=lambda article: (-scores[article], article))
        seen = (article for article in best if may(self.index.entries[article]))
        return [self._found(article, scores[article], rows) for article in islice(seen, limit)]

    def _found(self, article: str, much: float, rows: Any) -> Found:
        entry = self.index.entries[article]

        def passage(language: str) -> str:
            passages, begin = entry.texts[language].passages, int(self._begins[self._number[article, language]])
            return passages[max(range(len(passages)), key=lambda place: rows[begin + place])].text

        return Found(article=article, score=round(much, 3), entry=entry, passage=passage)

    def _said(self, asked: Asked) -> dict[int, float]:
        """Of each text that says some of it how much."""
        told, there = 0.0, len(self._texts)
        found: dict[int, float] = defaultdict(float)
        for terms in asked.words:
            begun = self._begun(asked.begun) if asked.begun and terms[0] == asked.begun else ()
            where: dict[int, float] = {}
            for term in (*terms, *begun):
                for number, much in self._saying.get(term, {}).items():
                    where[number] = max(much, where.get(number, 0.0))
            tells = weight(len(where), there)
            told += tells
            for number, much in where.items():
                found[number] += tells * much
        return {number: much / told for number, much in found.items()}

    def _begun(self, beginning: str) -> Sequence[str]:
        after = islice(self._terms, bisect_left(self._terms, beginning), None)
        return list(islice(takewhile(lambda term: term.startswith(beginning), after), MOST_BEGUN))

    @cached_property
    def _number(self) -> dict[tuple[str, str], int]:
        return {(article, language): number for number, (article, language, _) in enumerate(self._texts)}

    @cached_property
    def _begins(self) -> Any:
        """Where each text does among all passages."""
        return np.cumsum([0, *(len(text.passages) for _, _, text in self._texts[:-1])])

    @cached_property
    def _titles(self) -> Any:
        return _vectors([text.title.meaning for _, _, text in self._texts])

    @cached_property
    def _passages(self) -> Any:
        return _vectors([passage.meaning for _, _, text in self._texts for passage in text.passages])

    @cached_property
    def _saying(self) -> dict[str, dict[int, float]]:
        """In which texts a term stands, and how much it says there."""
        found: dict[str, dict[int, float]] = defaultdict(dict)
        for number, (_, _, text) in enumerate(self._texts):
            for passage in text.passages:
                for term in passage.terms:
                    found[term][number] = IN_TEXT
            for term in text.title.terms:
                found[term][number] = IN_TITLE
        return dict(found)

    @cached_property
    def _terms(self) -> list[str]:
        return sorted(self._saying)


def _vectors(meanings: Sequence[bytes]) -> Any:
    """One beneath the other, each of length 1; nothing where nobody could say what it means."""
    found = np.frombuffer(b"".join(each or bytes(NUMBERS) for each in meanings), dtype=np.int8)
    vectors = found.reshape(-1, NUMBERS).astype(np.float32)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1)
