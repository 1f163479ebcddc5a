"""Go on recomputing a team's open tickets after a change of settings."""

from typing import Any

import msgspec
from helpdesk.actions import recomputing
from helpdesk.domain.recomputing import Walk
from helpdesk.domain.vocabulary import TeamId
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.task import does


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
