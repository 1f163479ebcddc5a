from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from helpdesk.capabilities.knowledge.rules.article import Article, Version
    from helpdesk.capabilities.knowledge.rules.feedback import Feedback
    from helpdesk.foundation.platform.ports import Limit


class ArticlePage(Struct, frozen=True, kw_only=True):
    """`cursor` is the id after which it goes on, None at the end."""

    items: tuple[Article, ...]
    cursor: str | None


class VersionPage(Struct, frozen=True, kw_only=True):
    """`cursor` is the number before which it goes on, None at the end."""

    items: tuple[Version, ...]
    cursor: int | None


class DueText(Struct, frozen=True, kw_only=True):
    """A text of which something is to become by now."""

    article: str
    language: str


class Articles(Protocol):
    def get(self, article_id: str) -> Article:
        """As it is now, or NotFoundError."""

    def many(self, ids: Sequence[str]) -> Mapping[str, Article]:
        """As they are now, those that there are: a request for a hundred."""

    def version(self, article_id: str, language: str, number: int) -> Version:
        """A text with its words, or NotFoundError."""

    def versions(self, article_id: str, language: str, before: int | None, limit: int) -> VersionPage:
        """Texts without their words, the newest first."""

    def page(self, wanted: Callable[[Article], bool], after: str | None, limit: int) -> ArticlePage:
        """Those that are wanted, the newest first."""

    def shown(self, category: str) -> Iterable[Article]:
        """Articles of a category of which something is shown, by their ids: a request for a hundred that are taken."""

    def due(self, region: str, now: datetime, most: int) -> Sequence[DueText]:
        """Of what is planned in a region, what is due, the longest first: one request."""

    def put(self, article: Article, before: Article | None, version: Version | None, language: str) -> None:
        """Save the revision after the one it was made from, with the new version of its text in a language if it has
        one, or ConflictError and nothing.
        """

    def count(self, article_id: str, language: str, counters: Sequence[str], limit: Limit, month: str | None) -> None:
        """Count one more in each, or RateLimitedError; of all articles together as well in a month that is named."""

    def deflected(self, months: Sequence[str]) -> Mapping[str, int]:
        """How many requests all articles together deflected in each, of those in which there was something to count."""

    def feedback(self, article_id: str, language: str) -> Feedback: ...
