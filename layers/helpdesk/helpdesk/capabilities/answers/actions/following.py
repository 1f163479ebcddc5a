"""The index follows what is shown of articles.

A file is written beside what holds, and holds once the manifest says so. Articles are read after the manifest: who
comes second writes again, from what they say then.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from helpdesk.capabilities.answers.rules.index import WHOLE, Entry, Index, Passage, Text
from helpdesk.capabilities.answers.rules.passages import pieces
from helpdesk.capabilities.answers.rules.question import terms_of
from helpdesk.foundation.kernel.errors import BusyError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from helpdesk.capabilities.knowledge.rules.article import Article
    from helpdesk.capabilities.search.rules.manifest import Manifest
    from helpdesk.foundation.desk import Desk

RACES: Final = 30
"""Each article that changes is followed by itself, and of those that are at it one wins each time."""

KEPT: Final = timedelta(days=1)
"""Before, somebody may be reading it, or about to name it."""


class Made(Struct, frozen=True, kw_only=True):
    articles: int
    texts: int


def follow(desk: Desk, ids: Sequence[str]) -> None:
    """Have the index say of these articles what they say now."""
    for _ in range(RACES):
        manifest = desk.answers.manifests.of(WHOLE)
        index = desk.answers.shelf.following(manifest).index
        entries = dict(index.entries)
        articles = desk.knowledge.many(ids)
        for article_id in ids:
            entry = _entry(desk, articles.get(article_id), index.entries.get(article_id))
            if entry:
                entries[article_id] = entry
            else:
                entries.pop(article_id, None)
        if entries == index.entries or _holds(desk, manifest, Index(entries=entries)):
            return
    raise BusyError("The index of articles is written by too many at once.")


def make_anew(desk: Desk) -> Made:
    """The whole index from what is shown now, for operators, while the desk works on."""
    for _ in range(RACES):
        manifest = desk.answers.manifests.of(WHOLE)
        articles = desk.knowledge.page(lambda article: bool(article.shown), None, 10**9).items
        entries = {article.id: _entry(desk, article, None) for article in articles}
        index = Index(entries={article_id: entry for article_id, entry in entries.items() if entry})
        if _holds(desk, manifest, index, made_at=desk.clock.wall()):
            return Made(articles=len(index.entries), texts=sum(len(each.texts) for each in index.entries.values()))
    raise BusyError("The index of articles is written by too many at once.")


def _holds(desk: Desk, manifest: Manifest, index: Index, made_at: datetime | None = None) -> bool:
    """Whether what was written is what holds now."""
    name = desk.new_id()
    desk.answers.packs.put(WHOLE, name, msgspec.msgpack.encode(index))
    after = manifest.followed_by((name,))
    if not desk.answers.manifests.move(msgspec.structs.replace(after, made_at=made_at or manifest.made_at)):
        return False
    before = desk.clock.wall() - KEPT
    for pack in list(desk.answers.packs.stored(WHOLE)):
        if pack.at < before and pack.name != name:
            desk.answers.packs.delete(WHOLE, pack.name)
    return True


def _entry(desk: Desk, article: Article | None, before: Entry | None) -> Entry | None:
    """None while nothing is shown of it. What is shown as before is not read again."""
    if article is None or not article.shown:
        return None
    known: Mapping[str, Text] = before.texts if before else {}
    texts = {
        language: known[language]
        if language in known and known[language].version == shown.version
        else _text(desk, article.id, language, shown.version)
        for language, shown in article.shown.items()
    }
    return Entry(revision=article.revision, visibility=article.visibility, texts=texts)


def _text(desk: Desk, article_id: str, language: str, number: int) -> Text:
    version = desk.knowledge.version(article_id, language, number)
    title, found = version.title, pieces(version.html)
    meant = [title, *(". ".join(filter(None, (title, each.heading, each.text))) for each in found)]
    said = [title, *(f"{each.heading} {each.text}" for each in found)]
    shown = [title, *(each.text for each in found)]
    meanings = desk.answers.encoder.encode(meant)
    terms = (terms_of(each, language) for each in said)
    first, *others = (Passage(*each) for each in zip(shown, terms, meanings, strict=True))
    return Text(version=number, title=first, passages=tuple(others) or (first,))
