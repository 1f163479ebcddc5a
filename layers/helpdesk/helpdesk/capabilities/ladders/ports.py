from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.timers.rules.recompute import Walk
    from helpdesk.foundation.kernel.vocabulary import TicketId


class Workflows(Protocol):
    """Workflows are started under names: a second start of the same one is none. False says that it was one."""

    def recompute(self, name: str, walks: Sequence[Walk], wait_seconds: int) -> bool:
        """Walk over the open tickets when every worker has heard of the settings."""

    def escalate(self, ticket_id: TicketId, climb: str) -> bool:
        """Climb a ladder: its steps when they are due, until somebody answers."""

    def call_again(self, name: str, event: Mapping[str, Any], wait_seconds: int) -> bool:
        """Hand this event to the function that calls other systems after a wait."""

    def answer(self, token: str) -> None:
        """Somebody answered what waits with this token. A token that no longer waits is no fault."""


class TokenBoard(Protocol):
    """Tokens of what waits for somebody's answer about a ticket, one for each climb; a new one replaces the old."""

    def hold(self, ticket_id: TicketId, climb: str, token: str) -> None: ...

    def held(self, ticket_id: TicketId) -> Mapping[str, str]:
        """Climb to token, also of what waits no longer."""
