"""A policy that is tried on the past: what is asked, how far it is, and what was found by now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.foundation.kernel.vocabulary import PersonId, Priority, TeamId, TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.clocks.rules.what_if import Simulation

MOST: Final = 20_000
"""Tickets that are played at most."""

PART: Final = 500
"""Tickets of one part: one question to the index, and heads by the hundred."""

HEADS: Final = 100

PATIENCE: Final = timedelta(hours=1)
"""After so long it is no longer worked at, whatever was said of it."""

KEPT: Final = timedelta(days=7)


class Stage(StrEnum):
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


class Row(Struct, frozen=True, kw_only=True):
    """Tickets of a team and a priority, and their broken promises: as it was, and as it would have been."""

    team: TeamId
    priority: Priority
    tickets: int
    before: int
    after: int


class WhatIf(Struct, frozen=True, kw_only=True):
    """`policy` is a file with the versions of its calendars; tickets are those opened from `start` on, before `end`."""

    id: str
    by: PersonId
    at: datetime
    policy: dict[str, Any]
    start: datetime
    end: datetime
    total: int = 0
    """Tickets that were found when it was asked for."""
    seen: int = 0
    part: int = 0
    """Parts that are done: whoever does one twice counts it once."""
    behind: str = ""
    """Where the next part goes on."""
    rows: tuple[Row, ...] = ()
    stage: Stage = Stage.RUNNING
    why: str = ""
    """By which code it failed, where somebody may not have it."""

    def stage_at(self, now: datetime) -> Stage:
        late = self.stage is Stage.RUNNING and now - self.at > PATIENCE
        return Stage.FAILED if late else self.stage

    def further(self, played: Simulation, seen: int, behind: str) -> WhatIf:
        """After another part; done where nothing is behind it, or no more is played."""
        seen += self.seen
        over = not behind or seen >= MOST
        stage = Stage.DONE if over else Stage.RUNNING
        rows = _added(self.rows, played)
        return replace(self, rows=rows, seen=seen, part=self.part + 1, behind=behind, stage=stage)


class Page(Struct, frozen=True, kw_only=True):
    ids: tuple[TicketId, ...]
    behind: str
    total: int


class Errand(Struct, frozen=True, kw_only=True):
    """Which is to be gone on with. Where the machine gave up it has `failed`."""

    by: PersonId
    what_if: str
    failed: bool = False


class Progress(Struct, frozen=True, kw_only=True):
    by: PersonId
    what_if: str
    failed: bool = False
    finished: bool


def _added(rows: tuple[Row, ...], played: Simulation) -> tuple[Row, ...]:
    held: Mapping[tuple[TeamId, Priority], Row] = {(row.team, row.priority): row for row in rows}
    return tuple(_row(held.get(group), group, played) for group in sorted({*held, *played.groups}))


def _row(held: Row | None, group: tuple[TeamId, Priority], played: Simulation) -> Row:
    team, priority = group
    row = held or Row(team=team, priority=priority, tickets=0, before=0, after=0)
    return replace(
        row,
        tickets=row.tickets + played.tickets[group],
        before=row.before + played.before[group],
        after=row.after + played.after[group],
    )
