"""What readers tell of an article."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.knowledge.actions.reading import open_to
from helpdesk.capabilities.knowledge.rules.feedback import Said, counters
from helpdesk.capabilities.knowledge.rules.planning import as_of
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.platform.ports import Limit

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk

MOST_A_DAY: Final = 5
"""From one reader or network address, of one article: many may read behind one."""


def tell(
    desk: Desk,
    who: Person | None,
    address: str,
    article_id: str,
    language: str,
    said: Said,
) -> None:
    """Count whether it helped, and why not, and by month what nobody had to ask. Of who says so only a digest is kept,
    for a day.
    """
    article = as_of(open_to(desk, who, desk.knowledge.get(article_id)), desk.clock.now())
    if language not in article.shown:
        raise NotFoundError("article", article_id)
    by = hashlib.sha256((who.id if who else address).encode()).hexdigest()[:24]
    day = desk.clock.wall().date()
    limit = Limit(key=f"helped/{article_id}/{by}/{day:%Y%m%d}", most=MOST_A_DAY, window=timedelta(days=1))
    desk.knowledge.count(article_id, language, counters(said), limit, f"{day:%Y-%m}" if said.asking else None)
