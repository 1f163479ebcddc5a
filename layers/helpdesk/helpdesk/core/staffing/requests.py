from typing import Annotated, Any

from pydantic import AwareDatetime, Field, StringConstraints

from helpdesk.core.staffing.rules.availability import Absence, Availability, Strategy
from helpdesk.core.staffing.rules.teams import Team
from helpdesk.foundation.edge.inputs import Identifier, Language, Line, Request
from helpdesk.foundation.kernel.vocabulary import Channel, Level, PersonId, TeamId

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
