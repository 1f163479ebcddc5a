"""What the API takes about reports by mail."""

from typing import Annotated, Final

from aws_lambda_powertools.event_handler.openapi.params import Path
from pydantic import Field, StringConstraints

from helpdesk.capabilities.numbers.rules.questions import Filter
from helpdesk.channels.briefings.rules.briefing import Briefing
from helpdesk.channels.briefings.rules.schedule import Rhythm
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.inputs import Identifier, Line, Request
from helpdesk.foundation.kernel.vocabulary import Channel, Priority

WhichBriefing = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]+$", max_length=64)]

HOUR: Final = r"^([01][0-9]|2[0-3]):(00|15|30|45)$"

Some = Annotated[str | None, Field(max_length=100)]


class BriefingPlan(Request):
    """`at` is a time of day in the caller's zone, to the quarter of an hour. It is sent on each day, on Mondays or on
    the first of a month, and is over the day, week or month before. The rest is as `GET /api/reports/<report>` has it.
    """

    name: Line
    report: Identifier
    rhythm: Rhythm
    at: Annotated[str, StringConstraints(pattern=HOUR, max_length=5)]
    team: Some = None
    organization: Some = None
    priority: Priority | None = None
    channel: Channel | None = None
    handled_by: Some = None

    def meant(self, desk: Desk, who: Person, briefing_id: str) -> Briefing:
        return Briefing(
            id=briefing_id,
            person=who.id,
            name=self.name,
            report=self.report,
            filter=Filter(
                team=self.team,
                organization=self.organization,
                priority=self.priority,
                channel=self.channel,
                person=self.handled_by,
            ),
            rhythm=self.rhythm,
            at=self.at,
            region=desk.region,
            due=desk.clock.now(),
        )
