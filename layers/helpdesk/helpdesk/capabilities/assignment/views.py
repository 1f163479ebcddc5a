"""What the API gives of who works on what, and whether they are there."""

from datetime import datetime

from helpdesk.capabilities.assignment.actions.presence import Seen
from helpdesk.capabilities.assignment.rules import team_now
from helpdesk.capabilities.assignment.rules.attendance import absent
from helpdesk.capabilities.assignment.rules.board import Board
from helpdesk.core.staffing.rules.availability import Status, Strategy
from helpdesk.core.staffing.rules.teams import Member
from helpdesk.core.staffing.views import StretchView
from helpdesk.foundation.edge.outputs import View, shown_as
from helpdesk.foundation.kernel.vocabulary import Level
from helpdesk.foundation.settings.versions import id_of


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
    signature: str
    retired: bool
    successor: str | None
    members: list[Colleague]
    waiting: int
    revision: int


class QueueNow(View):
    """What of a team waits for a person, since when the oldest, and in how many seconds somebody would have one more,
    if that is known. With `more` it is at least so many.
    """

    team: str
    name: str
    level: Level
    waiting: int
    oldest: datetime | None
    expected_seconds: int | None
    more: bool


class Workload(View):
    """Somebody over all teams. `out` as in a roster, `since` when it or the status began. `held` counts against
    `capacity`; `missed` are over their deadline and `due` will be within two hours, at least so many with `more_due`;
    with `more`, something may be `untouched` for longer. `shifts` are those of the day before and after now, and null
    for who has none and is there at any time.
    """

    id: str
    name: str
    teams: list[str]
    status: Status
    out: str
    since: datetime | None
    seen_at: datetime | None
    connected: bool
    away_until: datetime | None
    substitute: str | None
    shifts: list[StretchView] | None
    held: int
    capacity: int
    missed: int
    due: int
    untouched: datetime | None
    more_due: bool
    more: bool
    external: bool


class TeamNow(View):
    """All teams for leads, for others those they work in."""

    teams: list[QueueNow]
    people: list[Workload]


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
    shown = {
        name: getattr(team, name) for name in Roster.model_fields if name not in {"members", "waiting", "calendar"}
    }
    calendar = id_of(team.calendar) if team.calendar else None
    return Roster(**shown, calendar=calendar, members=people, waiting=len(board.line))


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


def team_now_view(found: team_now.Overview) -> TeamNow:
    return TeamNow(
        teams=[_queue(each) for each in found.queues],
        people=[_workload(row) for row in found.rows],
    )


def _queue(queue: team_now.Queue) -> QueueNow:
    team = queue.team
    return shown_as(QueueNow, queue, team=team.id, name=team.name, level=team.level)


def _workload(row: team_now.Row) -> Workload:
    can, absence = row.member.availability, row.absence
    shifts = None if row.shifts is None else [shown_as(StretchView, each) for each in row.shifts]
    return shown_as(
        Workload,
        row,
        id=row.member.person,
        name=row.member.name,
        teams=list(row.teams),
        out=row.out.value if row.out else "",
        away_until=absence.end if absence else None,
        substitute=absence.substitute if absence else None,
        shifts=shifts,
        capacity=can.capacity,
        external=can.external,
    )
