"""A report is counted and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpdesk.capabilities.numbers.actions import reporting
from helpdesk.capabilities.numbers.rules.asking import Asked
from helpdesk.capabilities.numbers.rules.periods import BEFORE, TOTAL
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.capabilities.numbers.views.csv_file import csv_of
from helpdesk.channels.briefings.actions.sending import send
from helpdesk.channels.briefings.rules.briefing import Errand, Figures
from helpdesk.foundation.edge.task import does

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Mapping

    from helpdesk.capabilities.numbers.rules.periods import Period
    from helpdesk.channels.briefings.rules.briefing import Briefing
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.task import Handler


def sends(desk: Callable[[], Desk]) -> Handler:
    def sent(errand: Errand) -> Mapping[str, Any]:
        return {"sent": send(desk(), errand, _figures)}

    return does(Errand, sent)


def _figures(desk: Desk, who: Person, briefing: Briefing, period: Period) -> Figures:
    asked = Asked(report=REPORTS[briefing.report], period=period, filter=briefing.filter)
    counted = reporting.report(desk, who, asked)
    return Figures(total=counted.by_span[TOTAL], before=counted.by_span[BEFORE], table=csv_of(asked, counted))
