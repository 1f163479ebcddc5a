"""Reports, as part of the tickets API."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query as Param

from helpdesk.capabilities.levels.actions import reports
from helpdesk.capabilities.levels.views import EscalationReport, _count_view
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.edge.inputs import Day

From = Annotated[Day, Param(alias="from")]

To = Annotated[Day, Param(alias="to")]


def added_to(api: TicketApi) -> None:
    @api.get("/api/reports/escalations", responses=api.gives(EscalationReport))
    def count_escalations(first: From, last: To) -> Answer:
        found = reports.escalations(api.desk(), caller(api), first, last)
        return answer(
            EscalationReport(
                total=_count_view(found.total),
                teams=[_count_view(count) for count in found.teams],
                levels=[_count_view(count) for count in found.levels],
                categories=[_count_view(count) for count in found.categories],
            )
        )
