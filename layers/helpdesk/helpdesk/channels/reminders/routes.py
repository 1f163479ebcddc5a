"""Every five minutes articles become what was planned, and who wrote them is told of what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpdesk.capabilities.knowledge.actions import sweeping
from helpdesk.channels.reminders.actions import article_ends
from helpdesk.foundation.edge.logging import logger

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable

    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.task import Handler


def does_planned(desk: Callable[[], Desk]) -> Handler:
    def handler(_event: dict[str, Any], _context: Any) -> None:
        logger.info("planned", extra={"count": sweeping.sweep(desk(), article_ends)})

    return handler
