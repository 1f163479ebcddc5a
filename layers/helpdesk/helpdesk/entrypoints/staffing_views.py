"""What the API takes and gives of people's availability, teams and choices."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import AwareDatetime, Field, StringConstraints

from helpdesk.domain.availability import Absence, Availability, Status, Strategy
from helpdesk.domain.boards import Board
from helpdesk.domain.choosing import absent
from helpdesk.domain.people import Member, Team
from helpdesk.domain.vocabulary import Channel, Level, PersonId, TeamId
from helpdesk.entrypoints.inputs import Identifier, Language, Line, Request
from helpdesk.entrypoints.outputs import View

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


class AbsencePlan(Request):
    start: AwareDatetime
    end: AwareDatetime
    substitute: Identifier | None = None


class AvailabilityPlan(Request):
    """What somebody can be given. `shift` is a calendar file; without one they are on shift at any time."""

    levels: tuple[Level, ...] = ()
    skills: dict[Word, int] = Field(default_factory=dict)
    languages: tuple[Language, ...] = ()
    shift: dict[str, Any] | None = None
    capacity: int = 10
    channels: dict[Channel, int] = Field(default_factory=dict)
    weight: int = 100
    external: bool = False
    idle_seconds: Annotated[int, Field(ge=60)] | None = None
    absences: Annotated[tuple[AbsencePlan, ...], Field(max_length=50)] = ()

    def meant(self) -> Availability:
        absences = tuple(
            Absence(start=a.start, end=a.end, substitute=PersonId(a.substitute) if a.substitute else None)
            for a in self.absences
        )
        given = self.model_dump(exclude={"absences"})
        return Availability(absences=absences, **given)


class PlannedAvailability(AvailabilityPlan):
    """`revision` is the ETag."""

    revision: int


class StatusWish(Request):
    status: Status


class Presence(View):
    """`chosen` was set by hand; `status` is how it counts now: who is not `connected` for `idle_seconds`, or 15 minutes
    after closing their last browser, is away until they are again.
    """

    status: Status
    chosen: Status
    seen_at: datetime | None
    idle_seconds: int | None
    connected: bool = False


class TeamPlan(Request):
    """A team and, in `members`, everybody who works in it."""

    name: Line
    level: Level
    topic: Annotated[str, Field(max_length=250)] = ""
    office: Annotated[str, Field(max_length=250)] = ""
    calendar: Identifier | None = None
    next_office: Identifier | None = None
    strategy: Strategy = Strategy.WEIGHTED_LOAD
    alert_seconds: Annotated[int, Field(ge=60, le=604_800)] = 900
    owner_seconds: Annotated[int, Field(ge=60, le=2_592_000)] | None = None
    members: Annotated[list[Identifier], Field(max_length=2000)]

    def meant(self, team_id: str) -> Team:
        given = self.model_dump(exclude={"members", "next_office"})
        following = TeamId(self.next_office) if self.next_office else None
        return Team(id=TeamId(team_id), next_office=following, **given)


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


class GapView(View):
    what: str
    start: datetime
    end: datetime
    minutes: int


class WeekCheck(View):
    """Where a week is not covered: `office`, `language:<code>` or `skill:<name>`."""

    items: list[GapView]


def availability_view(found: Availability) -> PlannedAvailability:
    absences = tuple(AbsencePlan(start=a.start, end=a.end, substitute=a.substitute) for a in found.absences)
    shown = {name: getattr(found, name) for name in PlannedAvailability.model_fields if name != "absences"}
    return PlannedAvailability(**shown, absences=absences)


def roster_view(board: Board, now: datetime) -> Roster:
    team = board.team
    people = [_colleague(board, member, now) for member in board.members.values()]
    shown = {name: getattr(team, name) for name in Roster.model_fields if name not in {"members", "waiting"}}
    return Roster(**shown, members=people, waiting=len(board.line))


def _colleague(board: Board, member: Member, now: datetime) -> Colleague:
    can = member.availability
    absence = can.absence(now)
    return Colleague(
        id=member.person,
        name=member.name,
        status=board.presence(member.person).effective(now, can.idle_seconds),
        out=absent(board, member, now),
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
