"""Which packs of a month become one: a row goes through few of them, and a reader finds few, whatever is written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

MANY: Final = 8
"""Of one size: then they become one of about the next."""


def named(id: str, rows: int) -> str:  # noqa: A002 - it is one
    return f"{id}-{rows}"


def ready(packs: Sequence[str]) -> Sequence[str]:
    """By their names: all up to the largest size of which there are many."""
    sizes: dict[int, list[str]] = defaultdict(list)
    for name in packs:
        sizes[_size(name)].append(name)
    full = [size for size, names in sizes.items() if len(names) >= MANY]
    return [name for name in packs if full and _size(name) <= max(full)]


def _size(name: str) -> int:
    """0 for up to seven rows, 1 for up to 63, and so on."""
    rows = name.rpartition("-")[2]
    return (int(rows).bit_length() - 1) // 3 if rows.isdecimal() else 0
