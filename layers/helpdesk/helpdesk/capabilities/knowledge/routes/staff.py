"""Articles for who writes them."""

from __future__ import annotations

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters

from helpdesk.capabilities.knowledge.actions import from_ticket, planning, writing
from helpdesk.capabilities.knowledge.requests import (
    ArticleDraft,
    ArticleQuery,
    ArticleText,
    ForWhom,
    PlanWish,
    StateWish,
    WhichArticle,
    WhichLanguage,
    WhichVersion,
)
from helpdesk.capabilities.knowledge.rules.article import State
from helpdesk.capabilities.knowledge.views import (
    ArticleCardPage,
    ArticleTemplates,
    ArticleVersionPage,
    ArticleVersionText,
    WrittenArticle,
    page_view,
    templates_view,
    version_text_view,
    version_view,
    written_view,
)
from helpdesk.core.directory.routes import person
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer, gives, if_match
from helpdesk.foundation.edge.inputs import PageSize, Which
from helpdesk.foundation.kernel import roles


def added_to(api: Api) -> None:
    _add_reading(api)
    _add_versions(api)
    _add_beginning(api)
    _add_writing(api)
    _add_moving(api)
    _add_planning(api)


def _add_reading(api: Api) -> None:
    @api.get("/api/articles", responses=gives(ArticleCardPage))
    def list_articles(wanted: Annotated[ArticleQuery, Parameters()]) -> Answer:
        """Articles of which a text fits, the newest first. For staff."""
        desk, who = api.desk(), person(api)
        pages = cursors.pages(desk, who.as_actor(), "articles", wanted)
        found = writing.find(desk, who, wanted.meant(), pages.position(wanted.cursor), wanted.limit)
        deflected = None if wanted.cursor else writing.deflected(desk, who)
        return answer(page_view(found.items, pages.cursor(found.cursor), deflected))

    @api.get("/api/articles/<article_id>/<language>", responses=gives(WrittenArticle))
    def read_text(article_id: WhichArticle, language: WhichLanguage) -> Answer:
        """The newest text in a language, shown or not. For staff."""
        return _written(api, person(api), article_id, language)


def _add_versions(api: Api) -> None:
    @api.get("/api/articles/<article_id>/<language>/versions", responses=gives(ArticleVersionPage))
    def list_versions(
        article_id: WhichArticle, language: WhichLanguage, cursor: Cursor | None = None, limit: PageSize = 25
    ) -> Answer:
        desk, who = api.desk(), person(api)
        pages = cursors.pages(desk, who.as_actor(), f"versions {article_id} {language}")
        before = pages.position(cursor)
        found = writing.versions(desk, who, article_id, language, int(before) if before else None, limit)
        more = pages.cursor(str(found.cursor) if found.cursor else None)
        return answer(ArticleVersionPage(items=[version_view(each) for each in found.items], cursor=more))

    @api.get("/api/articles/<article_id>/<language>/versions/<number>", responses=gives(ArticleVersionText))
    def read_version(article_id: WhichArticle, language: WhichLanguage, number: WhichVersion) -> Answer:
        return answer(version_text_view(writing.version(api.desk(), person(api), article_id, language, number)))


def _add_writing(api: Api) -> None:
    @api.post("/api/articles", responses=gives(WrittenArticle, 201))
    def make_article(wanted: ArticleDraft) -> Answer:
        who = person(api)
        made = writing.make(api.desk(), who, wanted.language, wanted.meant())
        return _written(api, who, made.id, wanted.language, new=True)

    @api.put("/api/articles/<article_id>/<language>", responses=gives(WrittenArticle))
    def write_article(article_id: WhichArticle, language: WhichLanguage, wanted: ArticleText) -> Answer:
        """A draft in place of the newest text; what is shown stays until it is published. Also in a new language."""
        who = person(api)
        writing.write(api.desk(), who, article_id, language, wanted.meant(), if_match(api))
        return _written(api, who, article_id, language)


def _add_beginning(api: Api) -> None:
    @api.get("/api/article-templates", responses=gives(ArticleTemplates))
    def list_templates(language: ForWhom) -> Answer:
        """How an article of a kind begins, with what it has to say under heads of their own."""
        roles.staff_only(person(api).as_actor())
        return answer(templates_view(language))

    @api.post("/api/tickets/<ticket_id>/articles", responses=gives(WrittenArticle, 201))
    def make_article_of_ticket(ticket_id: Which) -> Answer:
        """A known error, in review: what the requester of a solved ticket saw, and what they were answered, without
        what names people.
        """
        who = person(api)
        made = from_ticket.make(api.desk(), who, access.named(ticket_id))
        return _written(api, who, made.id, made.language, new=True)


def _add_moving(api: Api) -> None:
    @api.post("/api/articles/<article_id>/<language>/publications", responses=gives(WrittenArticle, 201))
    def publish_article(article_id: WhichArticle, language: WhichLanguage) -> Answer:
        """Have readers see the newest text. For leads and administrators."""
        who = person(api)
        writing.move(api.desk(), who, article_id, language, State.PUBLISHED, if_match(api))
        return _written(api, who, article_id, language, new=True)

    @api.put("/api/articles/<article_id>/<language>/state", responses=gives(WrittenArticle))
    def move_article(article_id: WhichArticle, language: WhichLanguage, wanted: StateWish) -> Answer:
        """Into review and back, for all who write; into the archive, where readers see it no more, for leads."""
        who = person(api)
        writing.move(api.desk(), who, article_id, language, wanted.state, if_match(api))
        return _written(api, who, article_id, language)


def _add_planning(api: Api) -> None:
    @api.put("/api/articles/<article_id>/<language>/plan", responses=gives(WrittenArticle))
    def plan_article(article_id: WhichArticle, language: WhichLanguage, wanted: PlanWish) -> Answer:
        """Have the newest text published, or what readers see end, at a time. It is published within five minutes; from
        the second that it ends nobody reads it. Who writes the text anew takes its publication back. For leads and
        administrators.
        """
        who, at = person(api), (wanted.publish_at, wanted.expire_at)
        planning.plan(api.desk(), who, article_id, language, *at, if_match(api))
        return _written(api, who, article_id, language)


def _written(api: Api, who: Person, article_id: str, language: str, *, new: bool = False) -> Answer:
    found = writing.read(api.desk(), who, article_id, language)
    view, revision = written_view(found), found.article.revision
    if new:
        return answer(view, revision, status=201, location=f"/api/articles/{article_id}/{language}")
    return answer(view, revision)
