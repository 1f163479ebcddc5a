"""What is asked for: a text to be written, and texts to be listed."""

from __future__ import annotations

from msgspec import Struct

from helpdesk.capabilities.knowledge.rules.article import Article, State
from helpdesk.capabilities.knowledge.rules.visibility import Visibility


class Text(Struct, frozen=True, kw_only=True):
    """What somebody wants to have written. `html` is cleaned."""

    title: str
    html: str
    category: str
    visibility: Visibility


class Filter(Struct, frozen=True, kw_only=True):
    """Which texts are wanted; None is any."""

    state: State | None = None
    category: str | None = None
    language: str | None = None

    def fits(self, article: Article) -> bool:
        """Whether one of its texts is all of that."""
        return self.category in {None, article.category} and any(
            self.language in {None, language} and self.state in {None, each.state}
            for language, each in article.editions.items()
        )
