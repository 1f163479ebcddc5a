"""A state machine has the next part of a change of many tickets done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict

from helpdesk.capabilities.bulk.actions import working
from helpdesk.capabilities.bulk.actions.rehearsing import remembering
from helpdesk.capabilities.bulk.routes.acts import act_of
from helpdesk.capabilities.bulk.rules import Errand
from helpdesk.foundation.edge.task import does

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Mapping

    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.task import Handler


def works(desk: Callable[[], Desk]) -> Handler:
    def work(errand: Errand) -> Mapping[str, Any]:
        return asdict(working.work(remembering(desk()), errand, act_of))

    return does(Errand, work)
