"""Every five minutes reports are begun whose time has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpdesk.channels.briefings.actions.starting import begin_due
from helpdesk.foundation.edge.logging import logger

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable

    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.task import Handler


def begins(desk: Callable[[], Desk]) -> Handler:
    def handler(_event: dict[str, Any], _context: Any) -> None:
        logger.info("begun", extra={"count": begin_due(desk())})

    return handler
