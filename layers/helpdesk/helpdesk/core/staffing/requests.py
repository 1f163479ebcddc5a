from typing import Annotated, Final

from pydantic import AfterValidator, Field

from helpdesk.core.staffing.rules.availability import (
    FULL_WEIGHT,
    MOST_HELD,
    USUAL_CAPACITY,
    Absence,
    Availability,
    Strategy,
)
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.foundation.edge.inputs import (
    File,
    Flag,
    Identifier,
    Instant,
    Language,
    Line,
    Request,
    Signature,
    Whole,
    Word,
    at_most,
)
from helpdesk.foundation.kernel.vocabulary import Channel, Level, PersonId, TeamId

LARGEST_SHIFT: Final = 20_000  # bytes; every team of somebody keeps a copy

LONGEST_IDLE: Final = 7 * 86_400  # seconds

Held = Annotated[Whole, Field(ge=0, le=MOST_HELD)]

Grade = Annotated[Whole, Field(ge=1, le=5)]

Shift = Annotated[File, AfterValidator(at_most(LARGEST_SHIFT))]

Topic = Annotated[str, Field(max_length=250)]


class AbsencePlan(Request):
    start: Instant
    end: Instant
    substitute: Identifier | None = None


class AvailabilityPlan(Request):
    """What somebody can be given. `shift` is a calendar file; without one they are on shift at any time."""

    levels: Annotated[tuple[Level, ...], Field(max_length=10)] = ()
    skills: Annotated[dict[Word, Grade], Field(max_length=100, default_factory=dict)]
    languages: Annotated[tuple[Language, ...], Field(max_length=20)] = ()
    shift: Shift | None = None
    capacity: Held = USUAL_CAPACITY
    channels: Annotated[dict[Channel, Held], Field(max_length=20, default_factory=dict)]
    weight: Annotated[Whole, Field(ge=1, le=FULL_WEIGHT)] = FULL_WEIGHT
    external: Flag = False
    idle_seconds: Annotated[Whole, Field(ge=60, le=LONGEST_IDLE)] | None = None
    absences: Annotated[tuple[AbsencePlan, ...], Field(max_length=50)] = ()

    def meant(self) -> Availability:
        absences = tuple(
            Absence(start=a.start, end=a.end, substitute=PersonId(a.substitute) if a.substitute else None)
            for a in self.absences
        )
        given = self.model_dump(exclude={"absences"})
        return Availability(absences=absences, **given)


class TeamPlan(Request):
    """A team and, in `members`, everybody who works in it."""

    name: Line
    level: Level
    topic: Topic = ""
    office: Topic = ""
    calendar: Identifier | None = None
    next_office: Identifier | None = None
    strategy: Strategy = Strategy.WEIGHTED_LOAD
    alert_seconds: Annotated[Whole, Field(ge=60, le=604_800)] = 900
    owner_seconds: Annotated[Whole, Field(ge=60, le=2_592_000)] | None = None
    signature: Signature = ""
    members: Annotated[list[Identifier], Field(max_length=2000)]

    def meant(self, team_id: str) -> Team:
        given = self.model_dump(exclude={"members", "next_office"})
        following = TeamId(self.next_office) if self.next_office else None
        return Team(id=TeamId(team_id), next_office=following, **given)
