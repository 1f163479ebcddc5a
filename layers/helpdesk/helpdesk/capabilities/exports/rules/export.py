"""A table that somebody asked for: what is to be in it, and how far it is."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.periods import Period
from helpdesk.capabilities.numbers.rules.questions import Filter
from helpdesk.capabilities.views.rules import COLUMNS, Column, Order
from helpdesk.foundation.kernel.errors import RefusedError
from helpdesk.foundation.kernel.refusals import reason
from helpdesk.foundation.kernel.vocabulary import PersonId

MOST: Final = 20_000
"""Tickets of one table."""

PAGE: Final = 1000
"""Tickets that are read at once; so often it is said how far it is."""

AT_ONCE: Final = 3
"""Tables that are made for one person."""

PATIENCE: Final = timedelta(minutes=30)
"""After so long a table is no longer being made, whatever was said of it."""

KEPT: Final = timedelta(days=1)

LINK_LIFETIME: Final = timedelta(minutes=5)

ONE_TABLE: Final = reason("one_table", "please say what the table is of: a question, or a report")


class ExportsRunningError(RefusedError):
    code = "exports_running"


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


class Stage(StrEnum):
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class ReportAsked(Struct, frozen=True, kw_only=True):
    report: str
    period: Period
    filter: Filter = Filter()


class Wanted(Struct, frozen=True, kw_only=True):
    """Tickets that a question finds, with the columns of a view; or a report."""

    format: Format
    name: str
    """Of the file, without its ending."""
    question: str = ""
    order: Order = Order.NEWEST
    columns: tuple[Column, ...] = COLUMNS
    report: ReportAsked | None = None

    @property
    def file_name(self) -> str:
        return f"{self.name}.{self.format}"


class Export(Struct, frozen=True, kw_only=True):
    id: str
    by: PersonId
    at: datetime
    wanted: Wanted
    total: int = 0
    """Tickets that were found when it was asked for."""
    rows: int = 0
    stage: Stage = Stage.RUNNING
    why: str = ""
    """By which code it failed, where somebody may not have it."""

    def stage_at(self, now: datetime) -> Stage:
        late = self.stage is Stage.RUNNING and now - self.at > PATIENCE
        return Stage.FAILED if late else self.stage


class Errand(Struct, frozen=True, kw_only=True):
    """Whose table is to be made. Where the machine gave up it has `failed`."""

    by: PersonId
    export: str
    failed: bool = False
