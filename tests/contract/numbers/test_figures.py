"""Every figure of every report, counted again from rows in the plainest way."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from statistics import fmean
from zoneinfo import ZoneInfo

import pytest
from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.numbers.actions import reporting
from helpdesk.capabilities.numbers.actions.projecting import put
from helpdesk.capabilities.numbers.rules.asking import Asked
from helpdesk.capabilities.numbers.rules.cost import Cost
from helpdesk.capabilities.numbers.rules.periods import BEFORE, TOTAL, By, Period
from helpdesk.capabilities.numbers.rules.questions import Filter
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.capabilities.numbers.rules.row import Answered, Lasted, Outcome
from helpdesk.foundation.kernel.vocabulary import Role
from helpdesk.foundation.platform.memory.clock import SettableClock
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.directory import an_agent
from tests.contract.numbers.workers import MONTH, a_row

ZONE = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(2026, 3, 20), date(2026, 4, 8)  # the clock goes forward between them
NOW = datetime(2026, 4, 7, 11, 30, tzinfo=UTC)
START = datetime(2026, 2, 20, tzinfo=UTC)

HOURS = st.integers(0, 24 * 46).map(lambda hours: START + timedelta(hours=hours))
LASTED = st.builds(Lasted, calendar=st.integers(0, 9999), business=st.none() | st.integers(0, 999))
ANSWERED = st.builds(Answered, at=HOURS, calendar=st.integers(0, 9999), business=st.none() | st.integers(0, 999))
AMOUNT = st.integers(0, 4000).map(lambda parts: parts / 4)
COST = st.builds(
    Cost,
    requests=st.integers(0, 9),
    write_units=AMOUNT,
    transitions=AMOUNT,
    mails=st.integers(0, 9),
    kept_kb=AMOUNT,
    usd=AMOUNT,
    time_usd=AMOUNT,
)
OUTCOME = st.builds(Outcome, clock=st.sampled_from(["resolution", "first_response"]), kept=st.booleans(), at=HOURS)


@st.composite
def rows(draw):
    found = []
    for number in range(draw(st.integers(0, 12))):
        turns = sorted(draw(st.sets(HOURS, min_size=1, max_size=5)))
        opened, finished = tuple(turns[::2]), tuple(turns[1::2])
        done = len(opened) == len(finished)
        cancelled = done and draw(st.booleans())
        rating = draw(st.none() | st.integers(1, 5))
        found.append(
            a_row(
                number,
                team=draw(st.sampled_from(["service-desk", "network"])),
                priority=draw(st.sampled_from(["P1", "P3"])),
                channel=draw(st.sampled_from(["web", "email"])),
                category=draw(st.none() | st.sampled_from(["hardware", "network"])),
                organization=draw(st.none() | st.sampled_from(["acme"])),
                handled_by=draw(st.none() | st.sampled_from(["ada", "zoe"])),
                created_at=opened[0],
                opened=opened,
                finished=finished,
                cancelled=cancelled,
                solved_at=finished[-1] if done and not cancelled else None,
                resolution=draw(LASTED) if done and not cancelled else None,
                waited=draw(LASTED),
                first_response=draw(st.none() | ANSWERED),
                next_responses=tuple(draw(st.lists(ANSWERED, max_size=3))),
                promises=tuple(draw(st.lists(OUTCOME, max_size=3))),
                reopened=len(opened) - 1,
                escalations=draw(st.integers(0, 2)),
                needless=draw(st.integers(0, 2)),
                corrected=draw(st.integers(0, 1)),
                reassigned=draw(st.integers(0, 3)),
                one_touch=draw(st.booleans()),
                rating=rating,
                rated_at=draw(HOURS) if rating else None,
                cost=draw(st.none() | COST),
            )
        )
    return found


def quantile(values, share):
    """Between two of them, in proportion."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def spread(name, values):
    values = [value for value in values if value is not None]
    return {
        f"{name}_median": quantile(values, 0.5) if values else None,
        f"{name}_p90": quantile(values, 0.9) if values else None,
        f"{name}_mean": fmean(values) if values else None,
    }


def both(name, long):
    long = list(long)
    in_hours = spread(f"{name}_business", [each.business for each in long])
    return spread(f"{name}_calendar", [each.calendar for each in long]) | in_hours


def share(of, test):
    return fmean([1.0 if test(each) else 0.0 for each in of]) if of else None


def recounted(tickets, start, end):
    def within(at):
        return at is not None and start <= at < end

    solved = [row for row in tickets if within(row.solved_at)]
    rated = [row for row in tickets if within(row.rated_at)]
    outcomes = [each for row in tickets for each in row.promises if within(each.at)]
    first = [row.first_response for row in tickets if row.first_response and within(row.first_response.at)]
    later = [each for row in tickets for each in row.next_responses if within(each.at)]
    costs = [row.cost for row in tickets if row.cost and within(row.created_at)]
    stock = [row for row in tickets if is_open(row, end)]
    return {
        "created": sum(within(row.created_at) for row in tickets),
        "reopened": sum(within(at) for row in tickets for at in row.opened[1:]),
        "finished": sum(within(at) for row in tickets for at in row.finished),
        "backlog": len(stock),
        **spread("age", [(end - row.created_at) // timedelta(seconds=1) for row in stock]),
        "kept": sum(each.kept for each in outcomes),
        "missed": sum(not each.kept for each in outcomes),
        "met": share(outcomes, lambda each: each.kept),
        "first_responses": len(first),
        **both("first_response", first),
        "next_responses": len(later),
        **both("next_response", later),
        "solved": len(solved),
        **both("resolution", [row.resolution for row in solved]),
        **both("wait", [row.waited for row in solved]),
        "one_touch": share(solved, lambda row: row.one_touch),
        "reopened_share": share(solved, lambda row: row.reopened > 0),
        "escalated_share": share(solved, lambda row: row.escalations > 0),
        "escalations": sum(row.escalations for row in solved),
        "needless": sum(row.needless for row in solved),
        "corrected": sum(row.corrected for row in solved),
        "reassigned": fmean([row.reassigned for row in solved]) if solved else None,
        "ratings": len(rated),
        "rating": fmean([row.rating for row in rated]) if rated else None,
        "satisfied": share(rated, lambda row: row.rating >= 4),
        "unsatisfied": share(rated, lambda row: row.rating <= 2),
        **costed(costs),
    }


def costed(costs):
    def mean(field):
        return fmean([getattr(each, field) for each in costs]) if costs else None

    return {
        "costed": len(costs),
        "cost_total": sum(each.usd for each in costs) if costs else None,
        "cost_mean": mean("usd"),
        "cost_p90": quantile([each.usd for each in costs], 0.9) if costs else None,
        "cost_time": mean("time_usd"),
        "cost_requests": mean("requests"),
        "cost_writes": mean("write_units"),
        "cost_transitions": mean("transitions"),
        "cost_mails": mean("mails"),
        "cost_kept": mean("kept_kb"),
    }


def is_open(row, at):
    """Opened before that instant more often than finished."""
    return sum(turn < at for turn in row.opened) > sum(turn < at for turn in row.finished)


def midnight(day):
    return min(datetime(day.year, day.month, day.day, tzinfo=ZONE).astimezone(UTC), NOW)


def asked(report, by=By.WEEK, **more):
    period = Period(first=FIRST, last=LAST, by=by, timezone="Europe/Berlin")
    return Asked(report=REPORTS[report], period=period, filter=Filter(**more))


def a_desk(tickets):
    desk = memory_desk(SettableClock(NOW))
    if tickets:
        put(desk, MONTH, tickets)
    return desk


BOSS = an_agent("Boss", role=Role.ADMIN, teams=())


@settings(max_examples=4, deadline=None)
@given(rows(), st.sampled_from([{}, {"team": "network"}, {"priority": "P1"}, {"organization": "acme"}]))
def test_each_figure_of_each_report_is_what_a_plain_count_of_rows_gives(tickets, wanted):
    desk = a_desk(tickets)
    chosen = [row for row in tickets if all(getattr(row, name) == value for name, value in wanted.items())]
    weeks = [FIRST, date(2026, 3, 23), date(2026, 3, 30), date(2026, 4, 6), date(2026, 4, 9)]
    spans = {
        TOTAL: (midnight(FIRST), midnight(LAST + timedelta(days=1))),
        BEFORE: (midnight(FIRST - timedelta(days=20)), midnight(FIRST)),
        **{str(a): (midnight(a), midnight(b)) for a, b in pairwise(weeks)},
    }
    for name, report in REPORTS.items():
        counted = reporting.report(desk, BOSS, asked(name, **wanted))
        assert {span.name: (span.start, span.end) for span in counted.spans} == spans
        for span, (start, end) in spans.items():
            plain = recounted(chosen, start, end)
            assert counted.by_span[span] == pytest.approx({each.name: plain[each.name] for each in report.figures})


@settings(max_examples=4, deadline=None)
@given(rows())
def test_what_flows_in_and_out_is_what_the_backlog_changes_by(tickets):
    counted = reporting.report(a_desk(tickets), BOSS, asked("flow", By.DAY))
    before = counted.by_span[BEFORE]["backlog"]
    for span in counted.spans[2:]:
        values = counted.by_span[span.name]
        before += values["created"] + values["reopened"] - values["finished"]
        assert values["backlog"] == before


@settings(max_examples=4, deadline=None)
@given(rows())
def test_a_group_has_the_figures_of_its_tickets(tickets):
    desk = a_desk(tickets)
    total = (midnight(FIRST), midnight(LAST + timedelta(days=1)))
    for report in ("flow", "channels", "people", "cost", "causes"):
        for group, lines in reporting.report(desk, BOSS, asked(report)).groups.items():
            for line in lines:
                plain = recounted([row for row in tickets if getattr(row, group) == line.key], *total)
                assert dict(line.by_span[TOTAL]) == pytest.approx({name: plain[name] for name in line.by_span[TOTAL]})


def test_promises_by_clock_are_those_of_the_clock():
    at = datetime(2026, 3, 25, tzinfo=UTC)
    promises = tuple(Outcome(clock=clock, kept=kept, at=at) for clock, kept in (("a", True), ("a", False), ("b", True)))
    counted = reporting.report(a_desk([a_row(promises=promises)]), BOSS, asked("promises"))
    lines = {line.key: (line.by_span[TOTAL]["kept"], line.by_span[TOTAL]["missed"]) for line in counted.groups["clock"]}
    assert lines == {"a": (1, 1), "b": (1, 0)}
