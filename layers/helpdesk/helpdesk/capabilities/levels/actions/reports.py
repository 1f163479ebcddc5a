"""Reports for leads."""

from datetime import date, timedelta
from typing import Final

from helpdesk.capabilities.levels.rules import report
from helpdesk.capabilities.levels.rules.refusals import REPORT_SPAN
from helpdesk.capabilities.levels.rules.report import EscalationReport
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError

MOST_DAYS: Final = 92  # a request for each


def escalations(desk: Desk, by: Actor, start: date, end: date) -> EscalationReport:
    """Of those raised from one day to another (UTC), both included."""
    roles.lead_only(by)
    days = (end - start).days + 1
    if not 0 < days <= MOST_DAYS:
        raise InvalidError.at("to", REPORT_SPAN(most=MOST_DAYS))
    found = (each for day in range(days) for each in desk.levels.escalations.of_day(start + timedelta(days=day)))
    return report.report(found)
