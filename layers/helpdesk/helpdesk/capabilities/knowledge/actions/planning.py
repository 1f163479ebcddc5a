"""Articles are published, and end, at the times that leads plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from helpdesk.capabilities.knowledge.actions.writing import held_by, put
from helpdesk.capabilities.knowledge.rules.article import Plan
from helpdesk.capabilities.knowledge.rules.planning import planned
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.revisions import following

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from datetime import datetime

    from helpdesk.capabilities.knowledge.rules.article import Article
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk


def plan(
    desk: Desk,
    who: Person,
    article_id: str,
    language: str,
    publish_at: datetime | None,
    expire_at: datetime | None,
    revision: int | None,
) -> Article:
    """What is to become of its newest text in a language, and when. For leads: it is what readers see."""
    held, now = held_by(desk, who, article_id), desk.clock.now()
    roles.lead_only(who.as_actor())
    expected = following(revision, held.revision)
    wanted = Plan(region=desk.region, at=now, publish_at=publish_at, expire_at=expire_at)
    saved = replace(planned(held, language, wanted, now), revision=expected, at=now)
    put(desk, saved, held, None, language)
    return saved
