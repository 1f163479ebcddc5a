"""What the API gives of who works on what, and whether they are there."""

from datetime import datetime

from helpdesk.capabilities.assignment.actions.presence import Seen
from helpdesk.capabilities.assignment.rules.attendance import absent
from helpdesk.capabilities.assignment.rules.board import Board
from helpdesk.core.staffing.rules.availability import Status, Strategy
from helpdesk.core.staffing.rules.teams import Member
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Level


class Presence(View):
    """`chosen` was set by hand; `status` is how it counts now: who is not `connected` for `idle_seconds`, or 15 minutes
    after closing their last browser, is away until they are again.
    """

    status: Status
    chosen: Status
    seen_at: datetime | None
    idle_seconds: int | None
    connected: bool = False


class Colleague(View):
    """`out` says why they would be given nothing now; empty when they are there. `away_until` and `substitute` are
    those of the absence that lasts now.
    """

    id: str
    name: str
    status: Status
    out: str
    held: int
    capacity: int
    levels: list[Level]
    skills: dict[str, int]
    languages: list[str]
    weight: int
    external: bool
    away_until: datetime | None
    substitute: str | None


class Roster(View):
    """A team as its lead sees it. `waiting` counts its line up to a hundred; `revision` is the ETag."""

    id: str
    name: str
    level: Level
    topic: str
    office: str
    calendar: str | None
    next_office: str | None
    strategy: Strategy
    alert_seconds: int
    owner_seconds: int | None
    members: list[Colleague]
    waiting: int
    revision: int


def presence_view(seen: Seen, now: datetime) -> Presence:
    chosen = seen.presence
    return Presence(
        status=seen.status,
        chosen=chosen.status,
        seen_at=chosen.seen_at,
        idle_seconds=seen.idle_seconds,
        connected=chosen.connected(now),
    )


def roster_view(board: Board, now: datetime) -> Roster:
    team = board.team
    people = [_colleague(board, member, now) for member in board.members.values()]
    shown = {name: getattr(team, name) for name in Roster.model_fields if name not in {"members", "waiting"}}
    return Roster(**shown, members=people, waiting=len(board.line))


def _colleague(board: Board, member: Member, now: datetime) -> Colleague:
    can = member.availability
    absence, out = can.absence(now), absent(board, member, now)
    return Colleague(
        id=member.person,
        name=member.name,
        status=board.presence(member.person).effective(now, can.idle_seconds),
        out=out.value if out else "",
        held=len(board.load(member.person).held),
        capacity=can.capacity,
        levels=list(can.levels),
        skills=dict(can.skills),
        languages=list(can.languages),
        weight=can.weight,
        external=can.external,
        away_until=absence.end if absence else None,
        substitute=absence.substitute if absence else None,
    )
