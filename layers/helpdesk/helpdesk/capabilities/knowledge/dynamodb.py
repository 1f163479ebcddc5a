"""Articles in DynamoDB: an item for each, below its category one more while something of it is shown, one for each
version of its texts, and one for each text of which something is to become at a time. Who reads one asks for it and for
the version that is shown, of no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from msgspec.structs import replace

from helpdesk.capabilities.knowledge.ports import ArticlePage, DueText, VersionPage
from helpdesk.capabilities.knowledge.rules.article import Article, Version
from helpdesk.capabilities.knowledge.rules.feedback import Feedback, deflected_of, feedback_of
from helpdesk.capabilities.knowledge.rules.planning import due_at
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.limits import limit_writes
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact
from helpdesk.foundation.platform.ports import Limit

ARTICLES: Final = "ARTICLES"

AT_ONCE: Final = 100


class DynamoArticles:
    """See ports.Articles."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def get(self, article_id: str) -> Article:
        item = self._tables.get(self._tables.main, article_key(article_id))
        if item is None:
            raise NotFoundError("article", article_id)
        return _article(item)

    def many(self, ids: Sequence[str]) -> Mapping[str, Article]:
        found = map(_article, self._tables.get_many([article_key(each) for each in dict.fromkeys(ids)]))
        return {article.id: article for article in found}

    def version(self, article_id: str, language: str, number: int) -> Version:
        item = self._tables.get(self._tables.main, version_key(article_id, language, number))
        if item is None:
            raise NotFoundError("version", str(number))
        return replace(_version(item), html=item["html"]["S"])

    def versions(self, article_id: str, language: str, before: int | None, limit: int) -> VersionPage:
        first, end = (version_key(article_id, language, number)["sk"]["S"] for number in (0, (before or 10**9) - 1))
        options: Item = {"ScanIndexForward": False, "ProjectionExpression": "version", "Limit": limit + 1}
        items, _ = self._tables.query(versions_pk(article_id), first, end, **options)
        found = tuple(map(_version, items[:limit]))
        return VersionPage(items=found, cursor=found[-1].number if len(items) > limit else None)

    def page(self, wanted: Callable[[Article], bool], after: str | None, limit: int) -> ArticlePage:
        """A request for each megabyte that is looked through, which is some thousand articles."""
        items = self._tables.query_all(ARTICLES, "A#", f"A#{after or '~'}", ScanIndexForward=False)
        articles = (article for article in map(_article, items) if article.id != after and wanted(article))
        found = tuple(islice(articles, limit + 1))
        return ArticlePage(items=found[:limit], cursor=found[limit - 1].id if len(found) > limit else None)

    def shown(self, category: str) -> Iterable[Article]:
        return map(_article, self._tables.query_all(shown_pk(category), "A#", "A#~", Limit=AT_ONCE))

    def due(self, region: str, now: datetime, most: int) -> Sequence[DueText]:
        items, _ = self._tables.query(due_pk(region), " ", f"{encoding.instant(now)}~", Limit=most)
        parts = (item["sk"]["S"].split("#") for item in items)
        return [DueText(article=article, language=language) for _, article, language in parts]

    def put(self, article: Article, before: Article | None, version: Version | None, language: str) -> None:
        transact(self._tables.client, list(self._writes(article, before, version, language)))

    def count(self, article_id: str, language: str, counters: Sequence[str], limit: Limit, month: str | None) -> None:
        counted = [feedback_key(article_id, language), *([deflected_key(month)] if month else [])]
        updates = (Write({"Update": self._one_more(key, counters)}) for key in counted)
        transact(self._tables.client, [*limit_writes(self._tables, limit), *updates])

    def deflected(self, months: Sequence[str]) -> Mapping[str, int]:
        found = self._tables.get_many([deflected_key(month) for month in months])
        return {item["sk"]["S"]: deflected_of(_counts(item)) for item in found}

    def feedback(self, article_id: str, language: str) -> Feedback:
        return feedback_of(_counts(self._tables.get(self._tables.main, feedback_key(article_id, language))))

    def _one_more(self, key: Key, counters: Sequence[str]) -> Item:
        names = {f"#c{index}": name for index, name in enumerate(counters)}
        return self._of(Key=key) | {
            "UpdateExpression": f"ADD {', '.join(f'{name} :one' for name in names)}",
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": {":one": keys.number(1)},
        }

    def _writes(
        self, article: Article, before: Article | None, version: Version | None, language: str
    ) -> Iterator[Write]:
        document = {"article": keys.text(encoding.encode(article))}
        revision = keys.number(before.revision) if before else None
        head = article_key(article.id) | document | {"revision": keys.number(article.revision)}
        moved = ConflictError("This article was saved meanwhile.")
        yield Write({"Put": self._of(Item=head) | keys.holding("revision", revision)}, moved)
        if version:
            named = {"version": keys.text(encoding.encode(replace(version, html=""))), "html": keys.text(version.html)}
            yield Write({"Put": self._of(Item=version_key(article.id, language, version.number) | named)})
        if article.shown:
            yield Write({"Put": self._of(Item=shown_key(article) | document)})
        if before and before.shown and (not article.shown or before.category != article.category):
            yield Write({"Delete": self._of(Key=shown_key(before))})
        due, was_due = (due_key(each, language) if each else None for each in (article, before))
        if due and due != was_due:
            yield Write({"Put": self._of(Item=due)})
        if was_due and was_due != due:
            yield Write({"Delete": self._of(Key=was_due)})

    def _of(self, **what: Item) -> Item:
        return {"TableName": self._tables.main, **what}


def _counts(item: Item | None) -> dict[str, int]:
    return {name: int(value["N"]) for name, value in (item or {}).items() if "N" in value}


def _article(item: Item) -> Article:
    return encoding.decode(Article, item["article"]["S"])


def _version(item: Item) -> Version:
    return encoding.decode(Version, item["version"]["S"])


def article_key(article_id: str) -> Key:
    return item_key(ARTICLES, f"A#{article_id}")


def shown_pk(category: str) -> str:
    return f"{ARTICLES}#{category}"


def shown_key(article: Article) -> Key:
    return item_key(shown_pk(article.category), f"A#{article.id}")


def due_pk(region: str) -> str:
    """No category is called so."""
    return f"{ARTICLES}#DUE#{region}"


def due_key(article: Article, language: str) -> Key | None:
    edition = article.editions.get(language)
    at = due_at(edition) if edition else None
    if edition is None or edition.plan is None or at is None:
        return None
    return item_key(due_pk(edition.plan.region), f"{encoding.instant(at)}#{article.id}#{language}")


def versions_pk(article_id: str) -> str:
    return f"ARTICLE#{article_id}"


def version_key(article_id: str, language: str, number: int) -> Key:
    return item_key(versions_pk(article_id), f"V#{language}#{number:09d}")


def feedback_key(article_id: str, language: str) -> Key:
    return item_key(versions_pk(article_id), f"F#{language}")


def deflected_key(month: str) -> Key:
    return item_key(versions_pk("DEFLECTED"), month)
