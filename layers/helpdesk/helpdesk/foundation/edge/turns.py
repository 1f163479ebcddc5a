"""Functions that have more than one thing to do at the same time."""

from typing import Any

from helpdesk.foundation.edge.task import Handler
from helpdesk.foundation.kernel import apart


def one_by_one(*handlers: Handler) -> Handler:
    """What is to be done at the same time: one that fails keeps none of the others from its turn."""

    def handler(event: dict[str, Any], context: Any) -> None:
        apart.each(handlers, lambda each: each(event, context))

    return handler
