"""Packs that no manifest names are deleted when they are a day old: before, somebody may be about to name them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.desk import Desk

KEPT: Final = timedelta(days=1)


def tidy(desk: Desk) -> int:
    """How many there were. What is old is listed before manifests are read: none of it can be named only then."""
    before = desk.clock.wall() - KEPT
    old = [pack for pack in desk.search.packs.stored() if pack.at < before]
    named = {(manifest.month, name) for manifest in desk.search.manifests.all() for name in manifest.packs}
    left = [pack for pack in old if (pack.month, pack.name) not in named]
    for pack in left:
        desk.search.packs.delete(pack.month, pack.name)
    return len(left)
