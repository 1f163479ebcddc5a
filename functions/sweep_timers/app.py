"""Arm every ticket of a shard that wakes soon or should have woken."""

from typing import Any

import msgspec
from helpdesk.assembly.desk import desk
from helpdesk.capabilities.timers.actions import arming as timers
from helpdesk.foundation.edge.task import does


class Shard(msgspec.Struct, frozen=True):
    shard: int


def sweep(wanted: Shard) -> dict[str, Any]:
    return {"shard": wanted.shard, "started": timers.sweep(desk(), wanted.shard)}


handler = does(Shard, sweep)
