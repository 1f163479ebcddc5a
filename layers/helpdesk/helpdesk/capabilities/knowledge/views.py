"""What the API gives of articles."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import Field

from helpdesk.capabilities.knowledge.rules.article import State, address_of
from helpdesk.capabilities.knowledge.rules.feedback import Missing
from helpdesk.capabilities.knowledge.rules.templates import Template, body
from helpdesk.capabilities.knowledge.rules.visibility import Audience
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Level

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.knowledge.actions.reading import Read
    from helpdesk.capabilities.knowledge.actions.writing import Opened
    from helpdesk.capabilities.knowledge.rules import article as articles
    from helpdesk.capabilities.knowledge.rules.visibility import Visibility


class ArticleVisibility(View):
    audience: Audience
    organizations: list[str]
    level: Level | None


class ArticleEdition(View):
    """An article in one language. `shown` is the version that readers see, until `expire_at`; at `publish_at` it is the
    newest.
    """

    language: str
    state: State
    version: int
    title: str
    saved_at: datetime
    shown: int | None
    shown_title: str | None
    shown_at: datetime | None
    publish_at: datetime | None
    expire_at: datetime | None
    address: str | None


class ArticleCard(View):
    """`revision` is the ETag of what is saved of the article, in whatever language."""

    id: str
    language: str = Field(description="In which it was written first.")
    category: str
    visibility: ArticleVisibility
    editions: list[ArticleEdition]
    revision: int
    changed_at: datetime


class DeflectedRequests(View):
    """Requests that were being written when an article answered, and were not sent within a day."""

    this_month: int
    last_month: int


class ArticleCardPage(View):
    items: list[ArticleCard]
    cursor: str | None
    deflected: DeflectedRequests | None = Field(description="For leads and administrators, on the first page.")


class ArticleFeedback(View):
    helped: int
    did_not_help: int
    reasons: dict[Missing, int]
    deflected: int = Field(description="Requests that nobody had to send.")


class WrittenArticle(ArticleCard):
    """An article with its newest text in one language."""

    text_language: str
    version: int
    title: str
    body: str = Field(description="Cleaned HTML.")
    written_by: str
    feedback: ArticleFeedback


class ArticleVersion(View):
    version: int
    title: str
    saved_at: datetime
    written_by: str


class ArticleVersionText(ArticleVersion):
    body: str = Field(description="Cleaned HTML.")


class ArticleVersionPage(View):
    items: list[ArticleVersion]
    cursor: str | None


class ArticleTemplate(View):
    template: Template
    body: str = Field(description="Cleaned HTML.")


class ArticleTemplates(View):
    items: list[ArticleTemplate]


class ShownArticleCard(View):
    """An article that can be read, in the language that was asked for or in the nearest that there is."""

    id: str
    language: str
    title: str
    address: str


class ShownArticles(View):
    items: list[ShownArticleCard]


class ShownArticle(ShownArticleCard):
    asked_language: str = Field(description="Where it is another, there is no text in it.")
    category: str
    body: str = Field(description="Cleaned HTML.")
    shown_at: datetime
    languages: list[ShownArticleCard] = Field(description="In which it can be read.")


def visibility_view(found: Visibility) -> ArticleVisibility:
    return ArticleVisibility(audience=found.audience, organizations=list(found.organizations), level=found.level)


def card_view(found: articles.Article) -> ArticleCard:
    return ArticleCard(
        id=found.id,
        language=found.language,
        category=found.category,
        visibility=visibility_view(found.visibility),
        editions=[_edition(found, language) for language in sorted(found.editions)],
        revision=found.revision,
        changed_at=found.at,
    )


def page_view(
    found: Sequence[articles.Article], cursor: str | None, deflected: tuple[int, int] | None
) -> ArticleCardPage:
    return ArticleCardPage(
        items=[card_view(each) for each in found],
        cursor=cursor,
        deflected=DeflectedRequests(this_month=deflected[0], last_month=deflected[1]) if deflected else None,
    )


def _edition(found: articles.Article, language: str) -> ArticleEdition:
    edition = found.editions[language]
    return ArticleEdition(
        language=language,
        state=edition.state,
        version=edition.version,
        title=edition.title,
        saved_at=edition.at,
        shown=edition.shown.version if edition.shown else None,
        shown_title=edition.shown.title if edition.shown else None,
        shown_at=edition.shown.at if edition.shown else None,
        publish_at=edition.plan.publish_at if edition.plan else None,
        expire_at=edition.plan.expire_at if edition.plan else None,
        address=address_of(found, language) if edition.shown else None,
    )


def written_view(found: Opened) -> WrittenArticle:
    said = found.feedback
    return WrittenArticle(
        **card_view(found.article).model_dump(),
        text_language=found.language,
        version=found.version.number,
        title=found.version.title,
        body=found.version.html,
        written_by=found.version.by_name,
        feedback=ArticleFeedback(
            helped=said.helped, did_not_help=said.did_not, reasons=dict(said.missing), deflected=said.deflected
        ),
    )


def templates_view(language: str) -> ArticleTemplates:
    return ArticleTemplates(items=[ArticleTemplate(template=each, body=body(each, language)) for each in Template])


def version_view(found: articles.Version) -> ArticleVersion:
    return ArticleVersion(version=found.number, title=found.title, saved_at=found.at, written_by=found.by_name)


def version_text_view(found: articles.Version) -> ArticleVersionText:
    return ArticleVersionText(**version_view(found).model_dump(), body=found.html)


def shown_card(found: articles.Article, language: str) -> ShownArticleCard:
    """In one of the languages in which it is shown."""
    title = found.shown[language].title
    return ShownArticleCard(id=found.id, language=language, title=title, address=address_of(found, language))


def shown_view(found: Read, asked: str) -> ShownArticle:
    article, language = found.article, found.language
    return ShownArticle(
        **shown_card(article, language).model_dump(),
        asked_language=asked,
        category=article.category,
        body=found.version.html,
        shown_at=article.shown[language].at,
        languages=[shown_card(article, each) for each in sorted(article.shown)],
    )
