"""What the API takes about tables and lines of tickets."""

import re
from typing import Annotated, Self

from aws_lambda_powertools.event_handler.openapi.params import Path, Query
from pydantic import Field, model_validator

from helpdesk.capabilities.exports.rules.export import ONE_TABLE, Format, ReportAsked, Wanted
from helpdesk.capabilities.numbers.rules.periods import By, Period
from helpdesk.capabilities.numbers.rules.questions import Filter
from helpdesk.capabilities.views.requests import Question
from helpdesk.capabilities.views.rules import COLUMNS, Column, Order
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.inputs import Day, FileName, Identifier, Instant, Request, refused
from helpdesk.foundation.kernel.vocabulary import Channel, Priority

WhichExport = Annotated[str, Path(pattern=r"^[0-9A-Z]+$", max_length=64)]

Some = Annotated[str | None, Field(max_length=100)]


class ExportReport(Request):
    """As `GET /api/reports/<report>` is asked."""

    report: Identifier
    first: Annotated[Day, Field(alias="from")]
    last: Annotated[Day, Field(alias="to")]
    by: By = By.DAY
    team: Some = None
    organization: Some = None
    priority: Priority | None = None
    channel: Channel | None = None
    handled_by: Some = None

    def meant(self, timezone: str) -> ReportAsked:
        return ReportAsked(
            report=self.report,
            period=Period(first=self.first, last=self.last, by=self.by, timezone=timezone),
            filter=Filter(
                team=self.team,
                organization=self.organization,
                priority=self.priority,
                channel=self.channel,
                person=self.handled_by,
            ),
        )


class ExportPlan(Request):
    """Tickets that a `question` finds, as it is typed into the search, with the `columns` of a view; or a `report`. The
    `name` is that of the file, without its ending.
    """

    format: Format
    name: FileName = "tickets"
    question: Question | None = None
    order: Order = Order.NEWEST
    columns: Annotated[tuple[Column, ...], Field(max_length=len(COLUMNS))] = COLUMNS
    report: ExportReport | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.question is None) is (self.report is None):
            raise refused(ONE_TABLE)
        return self

    def meant(self, who: Person) -> Wanted:
        return Wanted(
            format=self.format,
            name=re.sub(r'[\\/:*?"<>|]', "-", self.name),
            question=self.question or "",
            order=self.order,
            columns=tuple(dict.fromkeys(self.columns)),
            report=self.report.meant(who.timezone or "UTC") if self.report else None,
        )


class WalkQuery(Request):
    since: Annotated[
        Instant | None,
        Field(description="Tickets that changed from then on. Cursors say it themselves."),
    ] = None
    cursor: Cursor | None = None
    limit: Annotated[int, Query(ge=1, le=100)] = 100
