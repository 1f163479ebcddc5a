from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.channels.briefings.rules.briefing import Briefing, Errand
    from helpdesk.foundation.kernel.vocabulary import PersonId


class Briefings(Protocol):
    """Reports that people have sent to them."""

    def of(self, person: PersonId) -> Sequence[Briefing]:
        """In the order in which they were made: one request."""

    def get(self, person: PersonId, briefing_id: str) -> Briefing | None: ...

    def put(self, briefing: Briefing, before: Briefing | None) -> None:
        """In place of what was read; ConflictError where that is no longer what is kept."""

    def delete(self, briefing: Briefing) -> None:
        """As it was read; ConflictError where that is no longer what is kept."""

    def due(self, region: str, now: datetime, most: int) -> Sequence[Briefing]:
        """Those of a region whose time has come, the oldest first: one request."""


class Senders(Protocol):
    def begin(self, errand: Errand) -> None:
        """Have it sent. Begun twice it is begun once."""


class BriefingPorts(Struct, frozen=True, kw_only=True):
    kept: Briefings
    senders: Senders
