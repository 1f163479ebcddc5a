"""Articles in memory."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from helpdesk.capabilities.knowledge.ports import ArticlePage, DueText, VersionPage
from helpdesk.capabilities.knowledge.rules.article import Article, Version
from helpdesk.capabilities.knowledge.rules.feedback import Feedback, deflected_of, feedback_of
from helpdesk.capabilities.knowledge.rules.planning import due_at
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.platform.memory.limits import check_limit
from helpdesk.foundation.platform.memory.limits import count as count_one
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.platform.ports import Limit


class MemoryArticles:
    """See ports.Articles."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table
        self._articles: dict[str, Article] = {}
        self._versions: dict[tuple[str, str], dict[int, Version]] = {}
        self._said: dict[tuple[str, str], Counter[str]] = {}

    def get(self, article_id: str) -> Article:
        if article_id not in self._articles:
            raise NotFoundError("article", article_id)
        return self._articles[article_id]

    def many(self, ids: Sequence[str]) -> Mapping[str, Article]:
        return {each: self._articles[each] for each in ids if each in self._articles}

    def version(self, article_id: str, language: str, number: int) -> Version:
        found = self._versions.get((article_id, language), {}).get(number)
        if found is None:
            raise NotFoundError("version", str(number))
        return found

    def versions(self, article_id: str, language: str, before: int | None, limit: int) -> VersionPage:
        held = self._versions.get((article_id, language), {})
        numbers = [each for each in sorted(held, reverse=True) if before is None or each < before]
        items = tuple(_named(held[each]) for each in numbers[:limit])
        return VersionPage(items=items, cursor=items[-1].number if len(numbers) > limit else None)

    def page(self, wanted: Callable[[Article], bool], after: str | None, limit: int) -> ArticlePage:
        with self._table.lock:
            held = [self._articles[each] for each in sorted(self._articles, reverse=True)]
        found = [each for each in held if (after is None or each.id < after) and wanted(each)]
        return ArticlePage(items=tuple(found[:limit]), cursor=found[limit - 1].id if len(found) > limit else None)

    def shown(self, category: str) -> Sequence[Article]:
        with self._table.lock:
            held = [self._articles[each] for each in sorted(self._articles)]
        return [each for each in held if each.category == category and each.shown]

    def due(self, region: str, now: datetime, most: int) -> Sequence[DueText]:
        with self._table.lock:
            held = list(self._articles.values())
        due = sorted(
            (at, article.id, language)
            for article in held
            for language, each in article.editions.items()
            if each.plan and each.plan.region == region and (at := due_at(each)) and at <= now
        )
        return [DueText(article=article, language=language) for _, article, language in due[:most]]

    def put(self, article: Article, before: Article | None, version: Version | None, language: str) -> None:
        with self._table.lock:
            if self._articles.get(article.id) != before or article.revision != (before.revision if before else 0) + 1:
                raise ConflictError("This article was saved meanwhile.")
            self._articles[article.id] = article
            if version:
                self._versions.setdefault((article.id, language), {})[version.number] = version

    def count(self, article_id: str, language: str, counters: Sequence[str], limit: Limit, month: str | None) -> None:
        with self._table.lock:
            check_limit(self._table, limit)
            count_one(self._table, limit)
            self._said.setdefault((article_id, language), Counter()).update(counters)
            if month:
                self._said.setdefault(("", month), Counter()).update(counters)

    def deflected(self, months: Sequence[str]) -> Mapping[str, int]:
        return {month: deflected_of(self._said[("", month)]) for month in months if ("", month) in self._said}

    def feedback(self, article_id: str, language: str) -> Feedback:
        return feedback_of(self._said.get((article_id, language), {}))


def _named(version: Version) -> Version:
    return Version(number=version.number, title=version.title, at=version.at, by=version.by, by_name=version.by_name)
