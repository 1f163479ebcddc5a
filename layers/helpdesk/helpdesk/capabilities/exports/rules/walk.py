"""Walks over all tickets, or those that changed since an instant: each comes once, whoever writes meanwhile.

They come in the order in which they were opened, the newest first: that order never changes, so nothing moves between
what was given and what is still to come. What is opened or changed while somebody walks comes with their next walk,
which begins a little before this one did: what changed just before it may not have been in the index yet.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.search.ports import Position
from helpdesk.capabilities.search.rules.query import Condition, During, Query
from helpdesk.foundation.kernel.encoding import instant

OVERLAP: Final = timedelta(minutes=15)
"""As long as the index may be behind."""


class Place(Struct, frozen=True, kw_only=True):
    """Where a walk is: since when it asks, when it began, and behind what it goes on."""

    since: datetime | None = None
    begun: datetime
    behind: Position | None = None

    @property
    def query(self) -> Query:
        asked = During(field="changed", since=self.since)
        return Query(conditions=(Condition(asked=asked),) if self.since else ())

    def then(self, more: Position | None) -> Place:
        """Behind a page of this walk, or where the next walk begins. That one has not begun before it is asked for."""
        if more:
            return replace(self, behind=more)
        return Place(since=self.begun - OVERLAP, begun=self.begun)

    @property
    def written(self) -> str:
        since = instant(self.since) if self.since else ""
        return f"{since}|{instant(self.begun)}|{self.behind.written if self.behind else ''}"

    @staticmethod
    def read(written: str, now: datetime) -> Place:
        since, begun, behind = written.split("|")
        return Place(
            since=datetime.fromisoformat(since) if since else None,
            begun=datetime.fromisoformat(begun) if behind else now,
            behind=Position.read(behind) if behind else None,
        )
