"""A state machine has the next part of the tickets played."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from helpdesk.capabilities.what_if.actions.playing import play
from helpdesk.capabilities.what_if.routes.pages import page_of
from helpdesk.capabilities.what_if.rules import Errand
from helpdesk.foundation.edge.task import does

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Mapping

    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.task import Handler


def plays(desk: Callable[[], Desk]) -> Handler:
    def played(errand: Errand) -> Mapping[str, Any]:
        return asdict(play(desk(), errand, page_of))

    return does(Errand, played)
