"""Go on recomputing a team's open tickets after a change of settings."""

from typing import Any

import msgspec
from helpdesk.assembly.desk import desk
from helpdesk.capabilities.timers.actions import recompute as recomputing
from helpdesk.capabilities.timers.rules.recompute import Walk
from helpdesk.foundation.edge.task import does
from helpdesk.foundation.kernel.vocabulary import TeamId


class Share(msgspec.Struct, frozen=True, kw_only=True):
    revision: int
    team: str | None
    part: int
    parts: int


def walk(share: Share) -> dict[str, Any]:
    team = TeamId(share.team) if share.team else None
    wanted = Walk(revision=share.revision, team=team, part=share.part, parts=share.parts)
    progress = recomputing.walk(desk(), wanted)
    found = {"finished": progress.finished, "seen": progress.seen, "changed": progress.changed}
    return msgspec.structs.asdict(share) | found


handler = does(Share, walk)
