"""What the API takes about reports."""

from typing import Annotated

from pydantic import Field

from helpdesk.capabilities.numbers.rules.asking import Asked
from helpdesk.capabilities.numbers.rules.behind import Behind, Place
from helpdesk.capabilities.numbers.rules.periods import By, Period
from helpdesk.capabilities.numbers.rules.questions import Filter
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.inputs import Day, PageSize, Request
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel, Priority

Some = Annotated[str | None, Field(max_length=100)]


class ReportQuery(Request):
    first: Annotated[Day, Field(alias="from", description="The first day, in the caller's time zone.")]
    last: Annotated[Day, Field(alias="to", description="The last day, included.")]
    by: By = By.DAY
    team: Some = None
    organization: Some = None
    priority: Priority | None = None
    channel: Channel | None = None
    handled_by: Annotated[Some, Field(description="By id: who had the tickets last.")] = None

    def meant(self, report: str, who: Person) -> Asked:
        if report not in REPORTS:
            raise NotFoundError("report", report)
        return Asked(
            report=REPORTS[report],
            period=Period(first=self.first, last=self.last, by=self.by, timezone=who.timezone or "UTC"),
            filter=Filter(
                team=self.team,
                organization=self.organization,
                priority=self.priority,
                channel=self.channel,
                person=self.handled_by,
            ),
        )


class BehindQuery(ReportQuery):
    """`group` and `key` are of a line of the report; without a `key` it is the one of tickets that have none."""

    figure: Annotated[str, Field(max_length=100)]
    group: Some = None
    key: Some = None
    cursor: Cursor | None = None
    limit: PageSize = 25

    def chosen(self, position: str | None) -> Behind:
        return Behind(
            figure=self.figure,
            group=self.group,
            key=self.key,
            after=Place.read(position) if position else None,
            limit=self.limit,
        )
