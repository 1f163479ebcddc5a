"""What the mail service tells of mails, one event a call: faults are raised so that the platform tries again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpdesk.channels.notices.actions import tracking
from helpdesk.channels.notices.rules.news import news_of
from helpdesk.foundation.edge.logging import logger

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable

    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.task import Handler


def consumes(desk: Callable[[], Desk]) -> Handler:
    def handler(event: dict[str, Any], _context: Any) -> None:
        news = news_of(event["detail"], desk().clock.now())
        outcome = tracking.track(desk(), news) if news else "no news"
        logger.info("tracked", extra={"ticket_id": news and news.ticket, "outcome": outcome})

    return handler
