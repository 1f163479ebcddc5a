"""An article: in each of its languages a text in versions, of which one may be shown while another is worked on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.knowledge.rules.visibility import Visibility
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.text import words_of

MOST_LANGUAGES: Final = 20

LONGEST_SLUG: Final = 60

TOO_MANY_LANGUAGES: Final = reason("too_many_languages", "an article has at most {most} languages")

NO_SUCH_STEP: Final = reason("no_such_step", "what is {state} cannot become {wanted}")


class State(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    ARCHIVED = "archived"


AFTER: Final[Mapping[State, frozenset[State]]] = {
    State.DRAFT: frozenset({State.IN_REVIEW, State.PUBLISHED, State.ARCHIVED}),
    State.IN_REVIEW: frozenset({State.DRAFT, State.PUBLISHED, State.ARCHIVED}),
    State.PUBLISHED: frozenset({State.ARCHIVED}),
    State.ARCHIVED: frozenset({State.DRAFT, State.PUBLISHED}),
}
"""What a text may become without being written anew; whoever writes it anew has a draft."""


class Shown(Struct, frozen=True, kw_only=True):
    """The version that readers see, from the second `until` on no more."""

    version: int
    title: str
    at: datetime
    until: datetime | None = None


class Plan(Struct, frozen=True, kw_only=True):
    """When the newest text is to be published, and when what is shown ends. `region` sees to it; `reminded` is whether
    the writer was told that it ends.
    """

    region: str
    at: datetime
    publish_at: datetime | None = None
    expire_at: datetime | None = None
    reminded: bool = False


class Edition(Struct, frozen=True, kw_only=True):
    """An article in one language: its newest version, and the one that is shown."""

    state: State
    version: int
    title: str
    at: datetime
    shown: Shown | None = None
    plan: Plan | None = None


class Article(Struct, frozen=True, kw_only=True):
    """`language` is that in which it was written first. `revision` moves with all that is saved of it."""

    id: str
    language: str
    category: str
    visibility: Visibility
    editions: Mapping[str, Edition]
    revision: int
    at: datetime

    def edition(self, language: str) -> Edition:
        if language not in self.editions:
            raise NotFoundError("article", f"{self.id} in {language}")
        return self.editions[language]

    @property
    def shown(self) -> Mapping[str, Shown]:
        """What readers see, by language."""
        return {language: each.shown for language, each in self.editions.items() if each.shown}

    def best(self, language: str) -> str | None:
        """The language in which somebody sees it who reads this one; None while nothing is shown."""
        shown = self.shown
        wanted = (language, self.language, "en", *sorted(shown))
        return next((each for each in wanted if each in shown), None)


class Version(Struct, frozen=True, kw_only=True):
    """A text as it was saved. `html` is cleaned."""

    number: int
    title: str
    at: datetime
    by: str
    by_name: str
    html: str = ""


def written(article: Article, language: str, title: str, html: str, by: Actor, at: datetime) -> tuple[Article, Version]:
    """The article with a new version of its text in a language; what is shown stays so. What was to be published was
    another text.
    """
    before = article.editions.get(language)
    if before is None and len(article.editions) >= MOST_LANGUAGES:
        raise InvalidError.at("language", TOO_MANY_LANGUAGES(most=MOST_LANGUAGES))
    number = before.version + 1 if before else 1
    shown, plan = (before.shown, _without_publication(before.plan)) if before else (None, None)
    edition = Edition(state=State.DRAFT, version=number, title=title, at=at, shown=shown, plan=plan)
    version = Version(number=number, title=title, at=at, by=by.id, by_name=by.name, html=html)
    return replace(article, editions={**article.editions, language: edition}), version


def moved(article: Article, language: str, state: State, at: datetime) -> Article:
    """The article with its text in a language in another state: shown once it is published, until it is archived."""
    edition = article.edition(language)
    if state not in AFTER[edition.state]:
        raise InvalidError.at("state", NO_SUCH_STEP(state=edition.state, wanted=state))
    plan = _without_publication(edition.plan)
    match state:
        case State.PUBLISHED:
            plan = plan if plan and plan.expire_at and plan.expire_at > at else None
            until = plan.expire_at if plan else None
            shown: Shown | None = Shown(version=edition.version, title=edition.title, at=at, until=until)
        case State.ARCHIVED:
            shown = plan = None
        case _:
            shown = edition.shown
    after = replace(edition, state=state, shown=shown, plan=plan)
    return replace(article, editions={**article.editions, language: after})


def _without_publication(plan: Plan | None) -> Plan | None:
    return replace(plan, publish_at=None) if plan and plan.expire_at else None


def address_of(article: Article, language: str) -> str:
    """Where it is read, in words. By its id it is found, whatever the words were."""
    return f"/help/{language}/{slug(article.shown[language].title)}{article.id}"


def slug(title: str) -> str:
    words = "-".join(words_of(title))[:LONGEST_SLUG].strip("-")
    return f"{words}-" if words else ""
