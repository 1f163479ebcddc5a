"""The number that a figure shows and what search finds by its question are the same."""

from datetime import timedelta

from helpdesk.capabilities.numbers.actions import projecting as numbers
from helpdesk.capabilities.numbers.actions import reporting
from helpdesk.capabilities.numbers.rules.asking import Asked
from helpdesk.capabilities.numbers.rules.periods import TOTAL, By, Period
from helpdesk.capabilities.numbers.rules.questions import Filter
from helpdesk.capabilities.numbers.rules.reports import REPORTS
from helpdesk.capabilities.search.actions import finding
from helpdesk.capabilities.search.actions import projecting as search
from helpdesk.capabilities.search.rules.parsing import parse
from helpdesk.capabilities.search.rules.query import Reader
from helpdesk.core.tickets.actions import reading
from helpdesk.foundation.kernel.vocabulary import Channel, PersonId, Role
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.directory import an_agent
from tests.lives import DRAFTS, act, begun, changes, moves, waits, writes

BOSS = an_agent("Boss", role=Role.ADMIN, teams=())
ACTS = st.one_of(
    act(waits, minutes=st.sampled_from([20, 60 * 30, 60 * 24 * 3])),
    act(writes, who=st.sampled_from(["agent", "requester"]), state=st.sampled_from([None, "solved", "pending"])),
    act(
        moves,
        who=st.just("agent"),
        state=st.sampled_from(["solved", "solved", "open", "closed"]),
        hours=st.none(),
        vendor=st.none(),
    ),
    act(changes, wishes=st.fixed_dictionaries({"assignee": st.just(PersonId("ada"))})),
)


@settings(max_examples=6, deadline=None)
@given(
    draft=DRAFTS,
    acts=st.lists(ACTS, min_size=2, max_size=8),
    days=st.integers(0, 5),
    channel=st.sampled_from([None, *Channel]),
)
def test_each_figure_that_has_a_question_counts_what_search_finds_by_it(draft, acts, days, channel):
    world = begun(**draft)
    for each in acts:
        each.on(world)
    waits(world, 1)  # what happens at the very instant at which it is counted is still to come
    desk, now = world.desk, world.desk.clock.now()
    told = [reading.read(desk, desk.tickets.get(ticket)) for ticket in desk.tickets.ids()]
    assert not search.project(desk, told)
    assert not numbers.project(desk, told)
    period = Period(first=(now - timedelta(days=days)).date(), last=now.date(), by=By.DAY, timezone="UTC")
    for name in ("flow", "channels", "quality", "cost", "causes"):
        asked = Asked(report=REPORTS[name], period=period, filter=Filter(channel=channel))
        counted = reporting.report(desk, BOSS, asked)
        assert counted.questions
        for figure, question in counted.questions.items():
            query = parse(question, Reader(timezone="UTC", now=now))
            found = finding.find(desk, BOSS.as_actor(), finding.Asked(query=query, limit=100))
            assert (figure, len(found.hits)) == (figure, counted.by_span[TOTAL][figure])
