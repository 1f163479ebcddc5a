"""Port to the escalations there were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from datetime import date

    from helpdesk.domain.tickets import Escalation


class Escalations(Protocol):
    """They are written with the change that raises or answers them; see TicketStore.save."""

    def of_day(self, day: date) -> Sequence[Escalation]:
        """Those raised on this day (UTC), in their order, as they are now."""
