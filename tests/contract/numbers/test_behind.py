"""The tickets behind each figure are those that it counted."""

from statistics import fmean

import pytest
from helpdesk.capabilities.numbers.actions import behind, reporting
from helpdesk.capabilities.numbers.rules.behind import Behind, Place
from helpdesk.capabilities.numbers.rules.definitions import Unit
from helpdesk.capabilities.numbers.rules.periods import TOTAL
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract.numbers.test_figures import BOSS, a_desk, asked, rows

OF_TICKETS = {"created", "backlog", "first_responses", "solved", "ratings", "costed"}
"""They count tickets. Others count what may happen to one more than once."""


def walked(desk, report, figure, limit=100, **which):
    """Each ticket behind a figure with what it says of it, page by page."""
    found, after = [], None
    while True:
        wanted = Behind(figure=figure, after=after, limit=limit, **which)
        lines = behind.counted(desk, BOSS, asked(report), wanted)
        page = lines[:limit]
        found += [(line["id"], line["value"]) for line in page]
        if len(lines) <= limit:
            break
        last = Place(place=page[-1]["place"], id=page[-1]["id"])
        after = Place.read(last.written)
        assert after == last
    assert len({ticket for ticket, _ in found}) == len(found)
    return found


def says(figure, value, tickets):
    """What is behind a figure is all that it is made of."""
    values = [each for _, each in tickets]
    match figure.unit:
        case Unit.COUNT:
            assert sum(values) == value
            assert figure.name not in OF_TICKETS or len(tickets) == value
        case Unit.SHARE:
            assert bool(tickets) is bool(value)
        case Unit.MEAN:
            assert (fmean(values) if values else None) == pytest.approx(value)
        case _:
            assert bool(tickets) is (value is not None)


@settings(max_examples=3, deadline=None)
@given(rows())
def test_all_that_a_figure_counted_is_behind_it(tickets):
    desk = a_desk(tickets)
    for name, report in REPORTS.items():
        counted = reporting.report(desk, BOSS, asked(name))
        for figure in report.figures:
            says(figure, counted.by_span[TOTAL][figure.name], walked(desk, name, figure.name))


@settings(max_examples=3, deadline=None)
@given(rows())
def test_so_it_is_of_each_line_of_a_group(tickets):
    desk = a_desk(tickets)
    for name in ("flow", "promises", "people", "causes"):
        for group, lines in reporting.report(desk, BOSS, asked(name)).groups.items():
            for figure in REPORTS[name].figures:
                for line in lines:
                    found = walked(desk, name, figure.name, group=group, key=line.key)
                    says(figure, line.by_span[TOTAL][figure.name], found)


@settings(max_examples=3, deadline=None)
@given(rows(), st.integers(1, 3))
def test_page_by_page_each_comes_once_in_the_same_order(tickets, limit):
    desk = a_desk(tickets)
    for name, figure in (("flow", "finished"), ("flow", "age_mean"), ("cost", "cost_mean"), ("promises", "met")):
        assert walked(desk, name, figure, limit) == walked(desk, name, figure)
