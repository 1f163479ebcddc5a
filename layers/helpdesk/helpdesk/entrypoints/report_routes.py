"""Reports, as part of the tickets API."""

from datetime import date
from typing import Annotated

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.params import Query as Param

from helpdesk.actions import reports
from helpdesk.domain.escalation_report import Count
from helpdesk.entrypoints.http import Answer, answer, caller
from helpdesk.entrypoints.outputs import View
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.tickets import gives

From = Annotated[date, Param(alias="from")]
To = Annotated[date, Param(alias="to")]


class EscalationCount(View):
    """`by_clock` were raised by a broken promise. `needless_share` is of all; null when there were none."""

    name: str
    escalations: int
    by_clock: int
    returned: int
    needless: int
    needless_share: float | None


class EscalationReport(View):
    """Escalations raised in a time, and what became of them until now; an empty category is none."""

    total: EscalationCount
    teams: list[EscalationCount]
    levels: list[EscalationCount]
    categories: list[EscalationCount]


def added_to(api: APIGatewayHttpResolver) -> APIGatewayHttpResolver:
    @api.get("/api/reports/escalations", responses=gives(EscalationReport))
    def count_escalations(first: From, last: To) -> Answer:
        found = reports.escalations(desk(), caller(api), first, last)
        return answer(
            EscalationReport(
                total=_view(found.total),
                teams=[_view(count) for count in found.teams],
                levels=[_view(count) for count in found.levels],
                categories=[_view(count) for count in found.categories],
            )
        )

    return api


def _view(count: Count) -> EscalationCount:
    return EscalationCount(
        name=count.name,
        escalations=count.escalations,
        by_clock=count.by_clock,
        returned=count.returned,
        needless=count.needless,
        needless_share=count.needless_share,
    )
