"""Articles as they are read: what is shown, to whom it is for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.capabilities.knowledge.rules.planning import as_of
from helpdesk.capabilities.knowledge.rules.visibility import GUEST, Audience, Reader, sees
from helpdesk.core.organizations.rules import domains_of_any, organization_of_any
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Level

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.knowledge.rules.article import Article, Version
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

MOST_SHOWN: Final = 100
"""Of a category."""


class Read(Struct, frozen=True, kw_only=True):
    """`language` is that of the text, which may be another than was asked for."""

    article: Article
    language: str
    version: Version


def reader_of(desk: Desk, who: Person | None) -> Reader:
    """Who is staff reads what is for its level: one request for the teams, for others one for their organization."""
    if who is None:
        return GUEST
    by = who.as_actor()
    if not by.is_staff:
        return Reader(signed_in=True, organization=_organization(desk, who))
    if by.only_teams is not None:
        return Reader(signed_in=True)
    levels = [team.level for team in desk.staffing.teams() if team.id in who.teams]
    return Reader(signed_in=True, staff=True, leads=roles.leads(by), level=max(levels, default=Level.L1))


def _organization(desk: Desk, who: Person) -> str | None:
    if who.organization:
        return who.organization
    domains = domains_of_any(who.addresses)
    found = organization_of_any(who.addresses, desk.organizations.named(domains)) if domains else None
    return found.id if found else None


def open_to(desk: Desk, who: Person | None, article: Article) -> Article:
    """The article, or NotFoundError for who may not know that there is one. Who reads what is public asks no more."""
    if article.visibility.audience is not Audience.PUBLIC and not sees(reader_of(desk, who), article.visibility):
        raise NotFoundError("article", article.id)
    return article


def read(desk: Desk, who: Person | None, article_id: str, language: str) -> Read:
    """What is shown of it, in another language where there is none in this."""
    article = as_of(open_to(desk, who, desk.knowledge.get(article_id)), desk.clock.now())
    best = article.best(language)
    if best is None:
        raise NotFoundError("article", article_id)
    version = desk.knowledge.version(article_id, best, article.shown[best].version)
    return Read(article=article, language=best, version=version)


def of_category(desk: Desk, who: Person | None, category: str) -> Sequence[Article]:
    reader = reader_of(desk, who)
    theirs = (each for each in desk.knowledge.shown(category) if sees(reader, each.visibility))
    now = desk.clock.now()
    shown = (article for each in theirs if (article := as_of(each, now)).shown)
    return list(islice(shown, MOST_SHOWN))
