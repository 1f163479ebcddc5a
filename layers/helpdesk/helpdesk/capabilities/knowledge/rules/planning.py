"""What becomes of a text at a time: it is published, its writer hears that it is about to end, it ends."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from msgspec.structs import replace

from helpdesk.capabilities.knowledge.rules.article import AFTER, NO_SUCH_STEP, Article, Edition, Plan, State, moved
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import PASSED, reason

REMINDED_BEFORE: Final = timedelta(days=7)

ENDS_BEFORE_IT_BEGINS: Final = reason("ends_before_it_begins", "ends before it is published")


def planned(article: Article, language: str, plan: Plan, at: datetime) -> Article:
    """The article with what is to become of its newest text, in place of what was planned. What readers see already
    ends when it says.
    """
    edition = article.edition(language)
    _check(edition, plan, at)
    shown = replace(edition.shown, until=plan.expire_at) if edition.shown else None
    kept = plan if plan.publish_at or plan.expire_at else None
    return _with(article, language, replace(edition, plan=kept, shown=shown))


def _check(edition: Edition, plan: Plan, at: datetime) -> None:
    if plan.publish_at and State.PUBLISHED not in AFTER[edition.state]:
        raise InvalidError.at("publish_at", NO_SUCH_STEP(state=edition.state, wanted=State.PUBLISHED))
    if plan.publish_at and plan.publish_at <= at:
        raise InvalidError.at("publish_at", PASSED())
    if plan.expire_at and plan.expire_at <= at:
        raise InvalidError.at("expire_at", PASSED())
    if plan.publish_at and plan.expire_at and plan.expire_at <= plan.publish_at:
        raise InvalidError.at("expire_at", ENDS_BEFORE_IT_BEGINS())


def due_at(edition: Edition) -> datetime | None:
    """When something is to become of it; None while nothing is planned."""
    plan = edition.plan
    if plan is None:
        return None
    ends = plan.expire_at if edition.shown or plan.publish_at else None
    return min((each for each in (plan.publish_at, _reminds_at(edition), ends) if each), default=None)


def _reminds_at(edition: Edition) -> datetime | None:
    """Once, while it is shown. Who plans less ahead knows it."""
    plan, shown = edition.plan, edition.shown
    if plan is None or plan.expire_at is None or shown is None or plan.reminded:
        return None
    at = plan.expire_at - REMINDED_BEFORE
    return at if at > max(plan.at, shown.at) else None


def reminds(edition: Edition, at: datetime) -> bool:
    """Whether its writer is to hear now that it ends: not of what has ended."""
    wanted = _reminds_at(edition)
    return wanted is not None and wanted <= at and not _ended(edition, at)


def fallen_due(article: Article, language: str, at: datetime) -> Article | None:
    """The article as what was planned makes it by now; None while nothing is due. What
    is due besides, is so at the next look.
    """
    edition = article.edition(language)
    plan = edition.plan
    if plan is None:
        return None
    if plan.publish_at and plan.publish_at <= at:
        return moved(article, language, State.PUBLISHED, plan.publish_at)
    if _ended(edition, at):
        state = State.ARCHIVED if edition.state is State.PUBLISHED else edition.state
        return _with(article, language, replace(edition, state=state, shown=None, plan=None))
    if reminds(edition, at):
        return _with(article, language, replace(edition, plan=replace(plan, reminded=True)))
    return None


def as_of(article: Article, at: datetime) -> Article:
    """The article as readers have it then: what has ended is not shown, whether or not it was taken away yet."""
    if not any(_ended(each, at) for each in article.editions.values()):
        return article
    editions = {
        language: replace(each, shown=None) if _ended(each, at) else each for language, each in article.editions.items()
    }
    return replace(article, editions=editions)


def _ended(edition: Edition, at: datetime) -> bool:
    return edition.shown is not None and edition.shown.until is not None and edition.shown.until <= at


def _with(article: Article, language: str, edition: Edition) -> Article:
    return replace(article, editions={**article.editions, language: edition})
