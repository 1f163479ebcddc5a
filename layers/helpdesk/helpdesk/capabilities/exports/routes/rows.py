"""What stands in a table, row by row: of tickets that a question finds, or of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from helpdesk.capabilities.exports.rules import tickets
from helpdesk.capabilities.exports.rules.export import MOST, PAGE
from helpdesk.capabilities.exports.rules.tickets import Around
from helpdesk.capabilities.numbers.actions import reporting
from helpdesk.capabilities.numbers.rules.asking import Asked as AskedReport
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.capabilities.numbers.views import csv_file
from helpdesk.capabilities.search.actions import finding
from helpdesk.capabilities.search.actions.finding import Asked
from helpdesk.capabilities.search.ports import Sort
from helpdesk.capabilities.search.rules.scope import reader_of
from helpdesk.capabilities.views.rules import asked

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterator, Sequence

    from helpdesk.capabilities.exports.rules.export import ReportAsked, Wanted
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.tickets.rules.listing import Card
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.cells import Cell


def rows_of(desk: Desk, who: Person, wanted: Wanted) -> Iterator[Sequence[Cell]]:
    """The first has the headings."""
    return _counted(desk, who, wanted.report) if wanted.report else _listed(desk, who, wanted)


def _listed(desk: Desk, who: Person, wanted: Wanted) -> Iterator[Sequence[Cell]]:
    teams = {team.id: team.name for team in desk.staffing.teams()}
    around = Around(now=desk.clock.now(), zone=ZoneInfo(who.timezone or "UTC"), teams=teams)
    yield tickets.headings(wanted.columns)
    for card in _found(desk, who, wanted):
        yield tickets.row(card, wanted.columns, around)


def _found(desk: Desk, who: Person, wanted: Wanted) -> Iterator[Card]:
    """Each once: what changes meanwhile may move behind what was read already."""
    query = asked(wanted.question, reader_of(who, desk.clock.now()))
    seen: set[str] = set()
    after = None
    while len(seen) < MOST:
        question = Asked(query=query, sort=Sort(wanted.order), after=after, limit=PAGE, facets=(), forgives=False)
        page = finding.find(desk, who.as_actor(), question)
        fresh = [hit for hit in page.hits if hit.id not in seen and hit.card]
        seen.update(hit.id for hit in fresh)
        yield from (hit.card for hit in fresh if hit.card)
        after = page.more
        if after is None:
            break


def _counted(desk: Desk, who: Person, report: ReportAsked) -> Iterator[Sequence[Cell]]:
    question = AskedReport(report=REPORTS[report.report], period=report.period, filter=report.filter)
    yield csv_file.COLUMNS
    yield from csv_file.rows_of(question, reporting.report(desk, who, question))
