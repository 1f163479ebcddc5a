"""Articles that answer a question, of those that somebody may read.

The index says which could; what they are called and who may read them is asked of the articles themselves: what was
withdrawn a moment ago is no answer, whatever the index says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.capabilities.answers.rules.index import WHOLE
from helpdesk.capabilities.answers.rules.question import asked
from helpdesk.capabilities.answers.rules.score import THRESHOLD
from helpdesk.capabilities.knowledge.rules.planning import as_of
from helpdesk.capabilities.knowledge.rules.visibility import sees

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterator, Sequence

    from helpdesk.capabilities.answers.ports import Found
    from helpdesk.capabilities.answers.rules.question import Asked
    from helpdesk.capabilities.knowledge.rules.article import Article
    from helpdesk.capabilities.knowledge.rules.visibility import Reader
    from helpdesk.foundation.desk import Desk

FEW: Final = 4

_LOOKED_AT: Final = 12


class Answer(Struct, frozen=True, kw_only=True):
    article: Article
    language: str
    passage: str
    score: float


def answers(desk: Desk, reader: Reader, text: str, language: str) -> Sequence[Answer]:
    """The best first; none where nothing is good enough."""
    wanted = asked(text)
    if wanted is None:
        return ()
    try:
        found = _found(desk, reader, wanted)
    except LookupError:  # its file went after the manifest was read
        found = _found(desk, reader, wanted)
    good = [each for each in found if each.score >= THRESHOLD]
    articles = desk.knowledge.many([each.article for each in good]) if good else {}
    now = desk.clock.now()
    known = ((each, as_of(articles[each.article], now)) for each in good if each.article in articles)
    return list(_answers(reader, language, known))[:FEW]


def _found(desk: Desk, reader: Reader, wanted: Asked) -> Sequence[Found]:
    manifest = desk.answers.manifests.of(WHOLE)
    if not manifest.packs:
        return ()
    library = desk.answers.shelf.following(manifest)
    meaning = desk.answers.encoder.encode([wanted.text])[0]
    return library.find(wanted, meaning, lambda entry: sees(reader, entry.visibility), _LOOKED_AT)


def _answers(reader: Reader, language: str, found: Iterator[tuple[Found, Article]]) -> Iterator[Answer]:
    for each, article in found:
        best = article.best(language)
        indexed = each.entry.texts.get(best) if best else None
        if best is None or indexed is None or not sees(reader, article.visibility):
            continue
        if indexed.version == article.shown[best].version:  # else what it says now is about to be known
            yield Answer(article=article, language=best, passage=each.passage(best), score=each.score)
