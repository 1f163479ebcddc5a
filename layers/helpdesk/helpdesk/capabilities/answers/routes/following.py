"""What the bus tells of articles: of which something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from helpdesk.capabilities.answers.actions import following
from helpdesk.foundation.edge.logging import logger

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable

    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.task import Handler


class _Told(msgspec.Struct, frozen=True):
    article: str


def follows(desk: Callable[[], Desk]) -> Handler:
    """One article a call, faults raised so that the platform tries again and then keeps it."""

    def handler(event: dict[str, Any], _context: Any) -> None:
        article = msgspec.convert(event["detail"], _Told).article
        following.follow(desk(), [article])
        logger.info("followed", extra={"article_id": article})

    return handler
