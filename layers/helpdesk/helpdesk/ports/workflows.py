"""Ports to what goes on in the background: recomputing clocks, and climbing escalation ladders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.domain.recomputing import Progress, Walk
    from helpdesk.domain.vocabulary import TicketId


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


class WalkBoard(Protocol):
    """How far the walks of each revision are."""

    def plan(self, revision: int, walks: int) -> None:
        """Note how many walks there will be."""

    def progress(self, walk: Walk) -> Progress: ...

    def note(self, walk: Walk, progress: Progress) -> None: ...

    def of_revision(self, revision: int) -> tuple[int, Sequence[Progress]]:
        """How many walks were planned, and those that began."""


class TokenBoard(Protocol):
    """Tokens of what waits for somebody's answer about a ticket, one for each climb; a new one replaces the old."""

    def hold(self, ticket_id: TicketId, climb: str, token: str) -> None: ...

    def held(self, ticket_id: TicketId) -> Mapping[str, str]:
        """Climb to token, also of what waits no longer."""


class WebhookCall(Struct, frozen=True, kw_only=True):
    """One message to another system. `id` is the same for every try, so that a receiver can tell a repetition."""

    id: str
    url: str
    body: str


class Webhooks(Protocol):
    def call(self, call: WebhookCall) -> None:
        """Deliver it, signed; WebhookError when it was not taken. Only public addresses are called."""

    def key(self) -> str:
        """What receivers check signatures with."""
