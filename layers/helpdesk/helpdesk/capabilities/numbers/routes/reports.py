"""Reports, as an API of their own: its function carries what counts."""

from __future__ import annotations

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters

from helpdesk.capabilities.numbers.actions import behind, reporting
from helpdesk.capabilities.numbers.requests import BehindQuery, ReportQuery
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.capabilities.numbers.views.behind import FigureTickets, behind_view
from helpdesk.capabilities.numbers.views.csv_file import csv_of
from helpdesk.capabilities.numbers.views.report import FigureReport, report_view
from helpdesk.core.directory.routes import person
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Which

CSV = "text/csv"

SAYS = (
    f"Figures of a period, of the one before, and of its parts: {', '.join(f'`{name}`' for name in REPORTS)}. "
    "Agents and leads have the tickets of their teams and their own counted, administrators all; what single people do "
    "is for themselves and their leads. With `Accept: text/csv` it is a table, durations in seconds and after ISO 8601."
)


BEHIND = (
    "The tickets behind a figure of a report, as they are now, each with what the figure says of it alone: how often "
    "it was counted, how long it took, what it cost. Of what is counted the last to happen is first, else the largest."
)


def added_to(api: Api) -> None:
    _add_counting(api)
    _add_listing(api)


def _add_listing(api: Api) -> None:
    @api.get("/api/reports/<report>/tickets", description=BEHIND, responses=gives(FigureTickets))
    def list_behind(report: Which, wanted: Annotated[BehindQuery, Parameters()]) -> Answer:
        who, desk = person(api), api.desk()
        pages = cursors.pages(desk, who.as_actor(), f"report {report}", wanted)
        chosen = wanted.chosen(pages.position(wanted.cursor))
        found = behind.behind(desk, who, wanted.meant(report, who), chosen)
        cursor = pages.cursor(found.more.written if found.more else None)
        return answer(behind_view(found, cursor, who.as_actor()))


def _add_counting(api: Api) -> None:
    @api.get("/api/reports/<report>", description=SAYS, responses=gives(FigureReport))
    def count(report: Which, wanted: Annotated[ReportQuery, Parameters()]) -> Answer:
        who = person(api)
        asked = wanted.meant(report, who)
        counted = reporting.report(api.desk(), who, asked)
        if CSV in api.current_event.headers.get("accept", ""):
            headers = {"Cache-Control": "no-store", "Content-Disposition": f'attachment; filename="{report}.csv"'}
            return Answer(200, f"{CSV}; charset=utf-8", csv_of(asked, counted), headers)
        return answer(report_view(asked, counted))
