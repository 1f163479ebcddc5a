"""Warnings and breaches: when they are due, and that each comes once and none is forgotten."""

from datetime import timedelta
from functools import reduce

import pytest
from helpdesk.core.clocks.rules import ledger as clocks_ledger
from helpdesk.core.clocks.rules import steps as sla
from helpdesk.core.record import clocks
from helpdesk.core.record import tape as record_tape
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.clocks import Desk, a_policy, berlin, opened
from tests.histories import ANYTIME, START, books, created
from tests.sla_oracle import QUARTER

DESK = Desk(a_policy({"resolution": {"P1": 1, "P2": 4, "P3": 8, "P4": 40}}, warnings={"percent": [50, 75]}))
POLICIES, CALENDARS = books()


def steps(facts, now):
    """The names of the steps of the latest cycle, and when they are due."""
    return {step.name: step.at for step in DESK.clock(facts, now, "resolution").steps}


def test_a_step_says_which_clock_it_is_of_and_when_that_is_due():
    ledger = DESK.ledger(opened("2026-11-23 08:00"), "2026-11-23 08:00")
    first, *_, last = sla.due_steps(ledger, (), berlin("2026-11-23 16:00"))
    assert (first.key, first.due_at, first.is_breach) == ("resolution:1:50%", berlin("2026-11-23 16:00"), False)
    assert (last.key, last.at, last.is_breach) == ("resolution:1:breach", berlin("2026-11-23 16:00"), True)


def test_the_next_wake_is_the_first_step_that_has_had_no_effect():
    ledger = DESK.ledger(opened("2026-11-23 08:00"), "2026-11-23 08:00")
    assert sla.next_wake(ledger, ()) == berlin("2026-11-23 12:00")
    assert sla.next_wake(ledger, {"resolution:1:50%"}) == berlin("2026-11-23 14:00")
    assert sla.next_wake(ledger, {"resolution:1:50%", "resolution:1:75%", "resolution:1:breach"}) is None


def test_a_raised_priority_that_is_breached_at_once_says_so_and_does_not_warn_first():
    facts = [*opened("2026-11-23 08:00"), ("2026-11-23 13:00", "priority", "P1")]
    assert steps(facts, "2026-11-23 13:00") == {"breach": berlin("2026-11-23 13:00")}


def test_a_warning_that_new_terms_put_into_the_past_comes_with_them_and_only_the_last():
    facts = [*opened("2026-11-23 08:00"), ("2026-11-23 11:30", "priority", "P2")]
    assert steps(facts, "2026-11-23 11:30") == {
        "75%": berlin("2026-11-23 11:30"),
        "breach": berlin("2026-11-23 12:00"),
    }


def test_a_late_warning_waits_for_somebody_to_be_there():
    facts = [*opened("2026-11-23 15:00"), ("2026-11-23 22:00", "priority", "P2")]
    assert steps(facts, "2026-11-23 22:00") == {
        "75%": berlin("2026-11-24 08:00"),
        "breach": berlin("2026-11-24 09:00"),
    }


def test_a_late_warning_waits_for_the_pause_in_which_the_terms_changed_to_end():
    facts = [
        *opened("2026-11-23 08:00"),
        ("2026-11-23 10:30", "state", "pending/pending"),
        ("2026-11-23 11:00", "priority", "P2"),
        ("2026-11-23 13:00", "state", "open/open"),
    ]
    assert steps(facts, "2026-11-23 13:00")["50%"] == berlin("2026-11-23 13:00")


def test_while_paused_warnings_wait_and_a_breach_that_was_stays_due():
    warned = [*opened("2026-11-23 08:00"), ("2026-11-23 13:00", "state", "pending/pending")]
    assert steps(warned, "2026-11-23 13:00") == {}
    breached = [*opened("2026-11-23 08:00"), ("2026-11-23 17:00", "state", "pending/pending")]
    assert steps(breached, "2026-11-23 17:00") == {"breach": berlin("2026-11-23 16:00")}


def test_a_step_missed_by_a_moment_comes_when_the_clock_runs_again():
    """The ring was late, the ticket was paused or solved meanwhile: pause, ring, resume."""
    for state in ("pending/pending", "solved/solved"):
        facts = [*opened("2026-11-23 08:00"), ("2026-11-23 12:01", "state", state)]
        assert sla.due_steps(DESK.ledger(facts, "2026-11-23 12:02"), (), berlin("2026-11-23 12:02")) == []
        resumed = [*facts, ("2026-11-23 13:00", "state", "open/open")]
        due = sla.due_steps(DESK.ledger(resumed, "2026-11-23 13:00"), (), berlin("2026-11-23 13:00"))
        assert [step.key for step in due] == ["resolution:1:50%"]


def test_nothing_comes_after_the_clock_has_stopped():
    facts = [*opened("2026-11-23 08:00"), ("2026-11-23 16:01", "state", "solved/solved")]
    ledger = DESK.ledger(facts, "2026-11-23 16:02")
    assert sla.due_steps(ledger, (), berlin("2026-12-23 16:02")) == []
    assert ledger.clocks[0].breached


def test_new_terms_while_solved_arm_the_clock_when_it_is_taken_up():
    facts = [
        *opened("2026-11-23 08:00"),
        ("2026-11-23 13:00", "state", "solved/solved"),
        ("2026-11-23 14:00", "priority", "P1"),
        ("2026-11-23 15:00", "state", "open/open"),
    ]
    assert steps(facts, "2026-11-23 15:00") == {"breach": berlin("2026-11-23 15:00")}


def test_terms_taken_away_and_given_back_arm_the_clock_anew():
    facts = [
        *opened("2026-11-23 08:00"),
        ("2026-11-23 13:00", "policy", ""),
        ("2026-11-23 13:30", "policy", "standard@1"),
    ]
    clock = DESK.clock(facts, "2026-11-23 13:30", "resolution")
    assert (clock.started_at, clock.armed) == (berlin("2026-11-23 08:00"), 3)
    assert clock.steps[0].at == berlin("2026-11-23 13:30")


def test_the_first_promise_a_ticket_gets_is_its_first_generation_also_when_it_comes_late():
    facts = [*opened("2026-11-23 08:00", policy=""), ("2026-11-23 13:00", "policy", "standard@1")]
    clock = DESK.clock(facts, "2026-11-23 13:00", "resolution")
    assert (clock.generation, clock.armed, clock.due_at) == (1, 1, berlin("2026-11-23 16:00"))


def test_a_new_version_that_promises_the_same_does_not_arm_anew():
    same = a_policy({"resolution": {"P3": 8}}, warnings={"percent": [50, 75]}, version=2)
    desk = Desk(*DESK.policies.values(), others=[same])
    facts = [*opened("2026-11-23 08:00"), ("2026-11-23 13:00", "policy", "standard@2")]
    assert desk.clock(facts, "2026-11-23 13:00", "resolution").armed == 1


LIVES = st.lists(st.tuples(st.integers(1, 24), st.sampled_from(ANYTIME)), max_size=8)


def lived(life):
    """The facts of a life with their quarter, in commit order."""
    commits, quarter = [(0, created())], 0
    for gap, facts in life:
        quarter += gap
        commits.append((quarter, facts))
    return commits, quarter


def ledger_at(commits, quarter):
    tape = tuple(
        record_tape.TapeFact(at=START + when * QUARTER, kind=kind, value=value)
        for when, facts in commits
        if when <= quarter
        for kind, value in facts
    )
    return clocks_ledger.ledger(tape, POLICIES, CALENDARS, START + quarter * QUARTER)


def ring(commits, quarter, fired):
    """What fires in a quarter, with the quarter."""
    due = sla.due_steps(ledger_at(commits, quarter), fired, START + quarter * QUARTER)
    return [(step.key, quarter) for step in due]


@given(life=LIVES)
@settings(max_examples=25, deadline=None)
def test_ringing_only_at_the_next_wake_fires_what_ringing_all_the_time_does(life):
    commits, last = lived(life)
    end = last + 200
    always, fired = [], set()
    for quarter in range(end):
        always += ring(commits, quarter, fired)
        fired = {key for key, _ in always}
    woken, fired, quarter = [], frozenset(), 0
    while quarter < end:
        woken += (rung := ring(commits, quarter, fired))
        fired = reduce(clocks.remembered, (key for key, _ in rung), fired)  # forgetting must not matter
        wake = sla.next_wake(ledger_at(commits, quarter), fired)
        next_commit = min((when for when, _ in commits if when > quarter), default=end)
        quarter = min(next_commit, end if wake is None else (wake - START) // QUARTER)
    assert woken == always
    assert len({key for key, _ in always}) == len(always)


@given(life=LIVES, delays=st.lists(st.integers(0, 300), max_size=12))
@settings(max_examples=100, deadline=None)
def test_late_doubled_and_crashed_rings_forget_nothing_that_still_runs(life, delays):
    """Whatever rang before, one more ring leaves nothing due, and nothing that has stopped has anything due."""
    commits, last = lived(life)
    fired = []
    for quarter in sorted(delays):
        fired += [key for key, _ in ring(commits, quarter, fired)]
    assert len(fired) == len(set(fired))
    now = last + 300
    fired += [key for key, _ in ring(commits, now, fired)]
    assert ring(commits, now, fired) == []
    wake = sla.next_wake(ledger_at(commits, now), fired)
    assert wake is None or wake > START + now * QUARTER


@given(life=LIVES, data=st.data())
@settings(max_examples=100, deadline=None)
def test_the_facts_of_one_change_mean_the_same_in_any_order(life, data):
    commits, last = lived(life)
    shuffled = [(when, data.draw(st.permutations(facts))) for when, facts in commits]
    assert ledger_at(shuffled, last) == ledger_at(commits, last)


@given(life=LIVES, cut=st.integers(0, 8), now=st.integers(0, 300))
@settings(max_examples=100, deadline=None)
def test_what_has_ended_stays_as_it_is_whatever_comes(life, cut, now):
    commits, last = lived(life)
    before = [clock for clock in ledger_at(commits[: cut + 1], last).clocks if not clock.is_live]
    assert [clock for clock in ledger_at(commits, last + now).clocks if not clock.is_live][: len(before)] == before


def test_a_fact_of_a_worker_whose_clock_is_behind_counts_as_simultaneous():
    facts = [*opened("2026-11-23 08:00"), ("2026-11-23 07:59", "state", "solved/solved")]
    ledger = DESK.ledger(facts, "2026-11-23 07:00")
    assert ledger.at == berlin("2026-11-23 08:00")
    assert (ledger.clocks[0].elapsed, ledger.clocks[0].met_at) == (timedelta(), berlin("2026-11-23 08:00"))


def test_a_value_of_several_lines_has_no_place_on_a_tape():
    with pytest.raises(ValueError, match="owner runs over a line"):
        record_tape.encode_tape([record_tape.TapeFact(at=START, kind="owner", value="a\nb")])


@given(
    offsets=st.lists(st.integers(-5_000_000, 10**13), max_size=20),
    kinds=st.lists(st.sampled_from(record_tape.FactKind), min_size=20, max_size=20),
    values=st.lists(st.text(st.characters(exclude_characters="\n")), min_size=20, max_size=20),
)
def test_a_tape_survives_its_encoding_to_the_microsecond(offsets, kinds, values):
    tape = tuple(
        record_tape.TapeFact(at=START + timedelta(microseconds=offset), kind=kind, value=value)
        for offset, kind, value in zip(offsets, kinds, values, strict=False)
    )
    assert record_tape.decode_tape(record_tape.encode_tape(tape)) == tape
