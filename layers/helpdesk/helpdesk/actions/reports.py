"""Reports for leads."""

from datetime import date, timedelta
from typing import Final

from helpdesk.desk import Desk
from helpdesk.domain import access, escalation_report
from helpdesk.domain.errors import InvalidError
from helpdesk.domain.escalation_report import EscalationReport
from helpdesk.domain.people import Actor
from helpdesk.domain.refusals import REPORT_SPAN

MOST_DAYS: Final = 92  # a request for each


def escalations(desk: Desk, by: Actor, start: date, end: date) -> EscalationReport:
    """Of those raised from one day to another (UTC), both included."""
    access.lead_only(by)
    days = (end - start).days + 1
    if not 0 < days <= MOST_DAYS:
        raise InvalidError.at("to", REPORT_SPAN(most=MOST_DAYS))
    found = (each for day in range(days) for each in desk.escalations.of_day(start + timedelta(days=day)))
    return escalation_report.report(found)
