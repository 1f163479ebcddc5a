"""Reports, as an API of their own: its function carries what counts."""

from __future__ import annotations

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters
from pydantic import Field

from helpdesk.capabilities.numbers.actions import reporting
from helpdesk.capabilities.numbers.actions.reporting import Asked
from helpdesk.capabilities.numbers.rules.periods import By, Period
from helpdesk.capabilities.numbers.rules.questions import Filter
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.capabilities.numbers.views.csv_file import csv_of
from helpdesk.capabilities.numbers.views.report import FigureReport, report_view
from helpdesk.core.directory.routes import person
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Day, Request, Which
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel, Priority

CSV = "text/csv"

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


SAYS = (
    f"Figures of a period, of the one before, and of its parts: {', '.join(f'`{name}`' for name in REPORTS)}. "
    "Agents and leads have the tickets of their teams and their own counted, administrators all; what single people do "
    "is for themselves and their leads. With `Accept: text/csv` it is a table, durations in seconds and after ISO 8601."
)


def added_to(api: Api) -> None:
    @api.get("/api/reports/<report>", description=SAYS, responses=gives(FigureReport))
    def count(report: Which, wanted: Annotated[ReportQuery, Parameters()]) -> Answer:
        who = person(api)
        if report not in REPORTS:
            raise NotFoundError("report", report)
        asked = Asked(
            report=REPORTS[report],
            period=Period(first=wanted.first, last=wanted.last, by=wanted.by, timezone=who.timezone or "UTC"),
            filter=Filter(
                team=wanted.team,
                organization=wanted.organization,
                priority=wanted.priority,
                channel=wanted.channel,
                person=wanted.handled_by,
            ),
        )
        counted = reporting.report(api.desk(), who, asked)
        if CSV in api.current_event.headers.get("accept", ""):
            headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{report}.csv"'}
            return Answer(200, f"{CSV}; charset=utf-8", csv_of(asked, counted), headers)
        return answer(report_view(asked, counted))
