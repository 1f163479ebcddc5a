"""Cells of tables that other programs open."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import Final

Cell = str | int | float

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""With these a cell begins that programs would compute."""


def inert(row: Iterable[Cell]) -> list[Cell]:
    """A row whose text is read as text, whatever it begins with."""
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in row]


def duration(seconds: int) -> str:
    """As ISO 8601 says it."""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    said = "".join(f"{count}{letter}" for count, letter in ((hours, "H"), (minutes, "M"), (rest, "S")) if count)
    return f"PT{said or '0S'}"


def instant_in(zone: tzinfo, at: datetime | None) -> str:
    """To the second, with its zone; empty where there is none."""
    return at.astimezone(zone).isoformat(timespec="seconds") if at else ""
