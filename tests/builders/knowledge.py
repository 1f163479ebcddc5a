"""Articles. A test names what matters to it; the rest is as on any other day."""

from typing import Any

from helpdesk.capabilities.knowledge.actions import writing
from helpdesk.capabilities.knowledge.rules.article import Article, State
from helpdesk.capabilities.knowledge.rules.visibility import Audience, Visibility
from helpdesk.capabilities.knowledge.rules.wish import Text
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent

EVERYBODY = Visibility(audience=Audience.PUBLIC)


def a_text(title: str = "Reset your password", **more: Any) -> Text:
    usual: dict[str, Any] = {"html": "<p>Press the button.</p>", "category": "account", "visibility": EVERYBODY}
    return Text(title=title, **usual | more)


def a_lead() -> Person:
    return an_agent("Lea", role=Role.LEAD)


def a_published(desk: Desk, title: str = "Reset your password", language: str = "en", **more: Any) -> Article:
    """One that whoever may read it finds."""
    made = writing.make(desk, a_lead(), language, a_text(title, **more))
    return writing.move(desk, a_lead(), made.id, language, State.PUBLISHED, made.revision)


def in_language(desk: Desk, article: Article, language: str, title: str) -> Article:
    """The article, also published in this language."""
    text = a_text(title, category=article.category, visibility=article.visibility)
    written = writing.write(desk, a_lead(), article.id, language, text, article.revision)
    return writing.move(desk, a_lead(), article.id, language, State.PUBLISHED, written.revision)
