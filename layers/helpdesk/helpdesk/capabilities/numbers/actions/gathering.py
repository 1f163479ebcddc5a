"""Many packs become one: it is written before those that went into it are deleted, so that no row is ever missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.capabilities.numbers.rules.gathering import named, ready

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.foundation.desk import Desk


def gather(desk: Desk, month: str) -> int:
    """Those of a month of which there are many; how many went into one."""
    return _gathered(desk, month, ready([pack.name for pack in desk.numbers.packs.stored(month)]))


def gather_all(desk: Desk) -> int:
    """Every month into one pack: few are looked at tomorrow that were not looked at today."""
    months: dict[str, list[str]] = {}
    for pack in desk.numbers.packs.stored():
        months.setdefault(pack.month, []).append(pack.name)
    return sum(_gathered(desk, month, names) for month, names in months.items())


def _gathered(desk: Desk, month: str, names: Sequence[str]) -> int:
    if len(names) < 2:  # noqa: PLR2004 - one is one already
        return 0
    packs = desk.numbers.packs
    try:
        together = desk.numbers.files.gathered([packs.get(month, name) for name in names])
    except LookupError:
        return 0  # another worker did it
    packs.put(month, named(desk.new_id(), together.rows), together.content)
    for name in names:
        packs.delete(month, name)
    return len(names)
