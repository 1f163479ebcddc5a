"""Articles as staff work on them: all inside the house write, leads and administrators say what is shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.knowledge.actions.reading import open_to, reader_of
from helpdesk.capabilities.knowledge.rules import article as articles
from helpdesk.capabilities.knowledge.rules.article import Article, Edition, State, Version
from helpdesk.capabilities.knowledge.rules.planning import as_of
from helpdesk.capabilities.knowledge.rules.visibility import Audience, sees
from helpdesk.capabilities.knowledge.rules.wish import Filter, Text
from helpdesk.core.directory.rules import NO_ORGANIZATION
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import ConflictError, FieldProblem, InvalidError, SettingsMovedError
from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.revisions import following

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.knowledge.ports import ArticlePage, VersionPage
    from helpdesk.capabilities.knowledge.rules.feedback import Feedback
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

ABOVE_OWN_LEVEL: Final = reason("above_own_level", "{name} is above your own level: you could not read it")


class Opened(Struct, frozen=True, kw_only=True):
    """A text as staff see it."""

    article: Article
    language: str
    version: Version
    feedback: Feedback

    @property
    def edition(self) -> Edition:
        return self.article.editions[self.language]


def find(desk: Desk, who: Person, wanted: Filter, after: str | None, limit: int) -> ArticlePage:
    roles.staff_only(who.as_actor())
    reader = reader_of(desk, who)
    found = desk.knowledge.page(lambda article: wanted.fits(article) and sees(reader, article.visibility), after, limit)
    return replace(found, items=tuple(as_of(each, desk.clock.now()) for each in found.items))


def deflected(desk: Desk, who: Person) -> tuple[int, int] | None:
    """How many requests articles deflected this month and in the last one; for leads alone."""
    if not roles.leads(who.as_actor()):
        return None
    today = desk.clock.wall().date()
    months = [f"{day:%Y-%m}" for day in (today, today.replace(day=1) - timedelta(days=1))]
    found = desk.knowledge.deflected(months)
    return found.get(months[0], 0), found.get(months[1], 0)


def read(desk: Desk, who: Person, article_id: str, language: str) -> Opened:
    article = as_of(held_by(desk, who, article_id), desk.clock.now())
    edition = article.edition(language)
    version = desk.knowledge.version(article_id, language, edition.version)
    feedback = desk.knowledge.feedback(article_id, language)
    return Opened(article=article, language=language, version=version, feedback=feedback)


def versions(desk: Desk, who: Person, article_id: str, language: str, before: int | None, limit: int) -> VersionPage:
    held_by(desk, who, article_id).edition(language)
    return desk.knowledge.versions(article_id, language, before, limit)


def version(desk: Desk, who: Person, article_id: str, language: str, number: int) -> Version:
    held_by(desk, who, article_id).edition(language)
    return desk.knowledge.version(article_id, language, number)


def make(desk: Desk, who: Person, language: str, text: Text, state: State = State.DRAFT) -> Article:
    """A new article with a text in its first language, which nobody sees yet who reads."""
    by, now = roles.staff_only(who.as_actor()), desk.clock.now()
    blank = Article(
        id=desk.new_id(),
        language=language,
        category=text.category,
        visibility=text.visibility,
        editions={},
        revision=1,
        at=now,
    )
    _check(desk, who, text)
    draft, first = articles.written(blank, language, text.title, text.html, by, now)
    made = draft if state is State.DRAFT else articles.moved(draft, language, state, now)
    desk.knowledge.put(made, None, first, language)
    return made


def write(desk: Desk, who: Person, article_id: str, language: str, text: Text, revision: int | None) -> Article:
    """A draft in place of the newest text in a language, also of one that it did not have."""
    held, by, now = held_by(desk, who, article_id), who.as_actor(), desk.clock.now()
    expected = following(revision, held.revision)
    if held.shown and (text.category, text.visibility) != (held.category, held.visibility):
        roles.lead_only(by)
    _check(desk, who, text)
    changed, version = articles.written(held, language, text.title, text.html, by, now)
    saved = replace(changed, category=text.category, visibility=text.visibility, revision=expected, at=now)
    put(desk, saved, held, version, language)
    return saved


def move(desk: Desk, who: Person, article_id: str, language: str, state: State, revision: int | None) -> Article:
    """Its newest text into another state. What readers see is changed by leads alone."""
    held, by, now = held_by(desk, who, article_id), who.as_actor(), desk.clock.now()
    if state in {State.PUBLISHED, State.ARCHIVED}:
        roles.lead_only(by)
    expected = following(revision, held.revision)
    saved = replace(articles.moved(held, language, state, now), revision=expected, at=now)
    put(desk, saved, held, None, language)
    return saved


def held_by(desk: Desk, who: Person, article_id: str) -> Article:
    roles.staff_only(who.as_actor())
    return open_to(desk, who, desk.knowledge.get(article_id))


def put(desk: Desk, saved: Article, held: Article, version: Version | None, language: str) -> None:
    try:
        desk.knowledge.put(saved, held, version, language)
    except ConflictError as error:  # somebody was faster after it was looked at
        raise SettingsMovedError(saved.revision) from error


def _check(desk: Desk, who: Person, text: Text) -> None:
    desk.settings.of(TERMS).check_category(text.category)
    wanted = text.visibility.organizations if text.visibility.audience is Audience.ORGANIZATIONS else ()
    if text.visibility.level and not sees(reader_of(desk, who), text.visibility):
        raise InvalidError.at("visibility.level", ABOVE_OWN_LEVEL(name=text.visibility.level))
    known = desk.organizations.known(wanted) if wanted else {}
    problems = [
        FieldProblem.at(f"visibility.organizations[{index}]", NO_ORGANIZATION(name=each))
        for index, each in enumerate(wanted)
        if each not in known
    ]
    if problems:
        raise InvalidError(problems[0].message, problems)
