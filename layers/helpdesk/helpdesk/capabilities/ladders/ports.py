"""Ports to the workflows that climb escalation ladders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.kernel.vocabulary import TicketId


class LadderWorkflows(Protocol):
    def escalate(self, ticket_id: TicketId, climb: str) -> bool:
        """Climb a ladder: its steps when they are due, until somebody answers. False when it is climbed already."""

    def answer(self, token: str) -> None:
        """Somebody answered what waits with this token. A token that no longer waits is no fault."""


class TokenBoard(Protocol):
    """Tokens of what waits for somebody's answer about a ticket, one for each climb; a new one replaces the old."""

    def hold(self, ticket_id: TicketId, climb: str, token: str) -> None: ...

    def held(self, ticket_id: TicketId) -> Mapping[str, str]:
        """Climb to token, also of what waits no longer."""


class LadderPorts(Struct, frozen=True, kw_only=True):
    workflows: LadderWorkflows
    tokens: TokenBoard
