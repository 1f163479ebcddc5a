"""The tickets behind a figure: those of which its own definition, asked of one ticket alone, says something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.definitions import Unit
from helpdesk.capabilities.numbers.rules.periods import TOTAL

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.numbers.rules.definitions import Figure, Source

BY_TIME: Final = frozenset({Unit.COUNT, Unit.SHARE})
"""What happened last stands first; of the others the largest."""

OUTSIDE: Final = "place < $place OR (place = $place AND id > $id)"


class Place(Struct, frozen=True, kw_only=True):
    """Where a list goes on: behind this one."""

    place: float
    id: str

    @classmethod
    def read(cls, written: str) -> Place:
        place, _, ticket = written.partition(" ")
        return cls(place=float(place), id=ticket)

    @property
    def written(self) -> str:
        return f"{self.place!r} {self.id}"


class Behind(Struct, frozen=True, kw_only=True):
    """Which tickets a figure counted, of all or of one line of a group."""

    figure: str
    group: str | None = None
    key: str | None = None
    after: Place | None = None
    limit: int


def tickets_of(source: Source, figure: Figure, group: str | None, *, key: bool, after: bool) -> str:
    """Of what was `found`, with `id` among its groups: each ticket, its `value`, and how many there are in all. `group`
    narrows it to those with a `$key`, or to those without one.
    """
    lines, moment = _lines(source)
    chosen = f" WHERE {group} = $key" if group and key else f" WHERE {group} IS NULL" if group else ""
    counts = "value > 0" if figure.unit in BY_TIME else "value IS NOT NULL"
    place = f"epoch_us(max({moment}))" if figure.unit in BY_TIME else f"({figure.sql})"
    return f"""
        WITH lines AS ({lines}),
        each_of AS (
            SELECT id, ({figure.sql}) AS value, {place}::DOUBLE AS place FROM lines{chosen} GROUP BY id
        ),
        behind AS (SELECT * FROM each_of WHERE {counts})
        SELECT id, value, place, (SELECT count(*) FROM behind) AS total FROM behind
        {f"WHERE {OUTSIDE}" if after else ""} ORDER BY place DESC, id LIMIT $most"""


def _lines(source: Source) -> tuple[str, str]:
    if source.stock:
        stands = "since < $latest AND (until IS NULL OR until >= $latest)"
        return f"SELECT *, $latest AS ends FROM found WHERE {stands}", "since"
    return f"SELECT * FROM found WHERE period = '{TOTAL}'", "moment"
