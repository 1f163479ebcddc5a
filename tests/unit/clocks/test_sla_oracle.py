"""The ledger against an oracle that colours quarters of an hour, over random lives of a ticket."""

from datetime import timedelta

from helpdesk.core.clocks.rules import explanation as clocks_explanation
from helpdesk.core.clocks.rules import ledger
from hypothesis import assume, example, given, settings

from tests import sla_oracle
from tests.histories import BEGINNINGS, CALENDARS, HORIZON, POLICIES, books, created, histories, quarters, tape_of
from tests.sla_oracle import QUARTER

PARSED_POLICIES, PARSED_CALENDARS = books()

# New terms in the moment in which they are broken, when the office closes: a warning would come at the next opening.
BROKEN_AT_CLOSING = (
    sla_oracle.History(BEGINNINGS[2], [(0, created("P1")), (48, [("priority", "P3")])], POLICIES, CALENDARS, HORIZON),
    48,
)


def ledger_of(history, now):
    return ledger.ledger(tape_of(history), PARSED_POLICIES, PARSED_CALENDARS, history.at(now))


def as_record(history, clock):
    return sla_oracle.Record(
        clock=clock.clock,
        start=quarters(history, clock.started_at),
        end=quarters(history, clock.ended_at),
        state=clock.state.value,
        elapsed=clock.elapsed // QUARTER,
        due=quarters(history, clock.due_at),
        breached=quarters(history, clock.breached_at),
    )


def in_order(records):
    return sorted(records, key=lambda record: (record.clock, record.start, record.end is None, record.end))


@given(lived=histories())
@settings(max_examples=100, deadline=None)
def test_every_clock_says_what_the_quarters_say(lived):
    history, now = lived
    found = [as_record(history, clock) for clock in ledger_of(history, now).clocks]
    assert in_order(found) == in_order(sla_oracle.records(history, now))


@given(lived=histories())
@settings(max_examples=60, deadline=None)
def test_every_explanation_adds_up_to_the_target(lived):
    history, now = lived
    for clock in ledger_of(history, now).clocks:
        explanation = clocks_explanation.explain(clock)
        assert explanation.counted + explanation.left == clock.target
        ends = [line.end for line in explanation.lines[:-1]]
        assert ends == [line.start for line in explanation.lines[1:]]
        assert not explanation.lines or explanation.lines[0].start == clock.started_at
        if clock.due_at:
            assert (explanation.left, explanation.lines[-1].end) == (timedelta(), clock.due_at)


@given(lived=histories())
@example(lived=BROKEN_AT_CLOSING)
@settings(max_examples=100, deadline=None)
def test_every_running_clock_warns_when_the_quarters_say(lived):
    history, now = lived
    running = [clock for clock in ledger_of(history, now).clocks if clock.due_at is not None]
    assume(running)
    for clock in running:
        found = {step.name: quarters(history, step.at) for step in clock.steps}
        start = quarters(history, clock.started_at)
        assert found == sla_oracle.steps(history, clock.clock, start, now, (50, 75))
