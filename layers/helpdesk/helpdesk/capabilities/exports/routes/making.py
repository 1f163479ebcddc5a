"""A state machine has a table made that somebody asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpdesk.capabilities.exports.actions.making import make
from helpdesk.capabilities.exports.routes.rows import rows_of
from helpdesk.capabilities.exports.rules.export import Errand
from helpdesk.foundation.edge.task import does

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Mapping

    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.task import Handler


def makes(desk: Callable[[], Desk]) -> Handler:
    def made(errand: Errand) -> Mapping[str, Any]:
        return {"stage": make(desk(), errand, rows_of)}

    return does(Errand, made)
