"""What starts, meets, pauses and stops a clock."""

from datetime import timedelta

import pytest
from helpdesk.core.clocks.rules import ledger as clocks_ledger
from helpdesk.core.clocks.rules import policy as clocks_policy
from helpdesk.core.clocks.rules import steps as sla

from tests.builders.clocks import Desk, a_calendar, a_policy, berlin, opened

HOURS = timedelta(hours=1)
ALL = a_policy(
    {
        "first_response": {"P1": {"seconds": 1800, "business": False}, "P3": 4},
        "next_response": {"P3": 2},
        "time_to_own": {"P3": 1},
        "periodic_update": {"P3": 5},
        "resolution": {"P1": 4, "P3": 24},
    }
)
DESK = Desk(ALL)
OPENED = opened("2026-11-23 09:00")


def names(ledger):
    return {clock.clock: clock.state.value for clock in ledger.clocks}


def test_a_new_ticket_waits_for_an_owner_a_first_response_and_a_resolution():
    ledger = DESK.ledger(OPENED, "2026-11-23 09:30")
    assert names(ledger) == {"first_response": "running", "resolution": "running", "time_to_own": "running"}
    assert ledger.next_due.clock == "time_to_own"
    assert ledger.next_due.due_at == berlin("2026-11-23 10:00")


@pytest.mark.parametrize(("value", "state"), [("", "running"), ("vendor/on_hold", "paused")])
def test_a_ticket_is_new_until_its_tape_says_otherwise(value, state):
    facts = [("2026-11-23 09:00", "created", value), *(fact for fact in OPENED if fact[1] in {"priority", "policy"})]
    assert DESK.clock(facts, "2026-11-23 09:30", "resolution").state.value == state


def test_a_target_in_plain_time_runs_at_night():
    clock = DESK.clock(opened("2026-11-22 03:00", "P1"), "2026-11-22 03:10", "first_response")
    assert (clock.due_at, clock.business, clock.calendar) == (berlin("2026-11-22 03:30"), False, "")


def test_the_first_response_is_met_by_a_reply_and_nothing_else():
    asked = [*OPENED, ("2026-11-23 09:10", "requester_message"), ("2026-11-23 09:20", "owner", "ada")]
    assert DESK.clock(asked, "2026-11-23 09:30", "first_response").state is clocks_ledger.ClockState.RUNNING
    replied = [*asked, ("2026-11-23 09:30", "agent_reply")]
    clock = DESK.clock(replied, "2026-11-25 09:30", "first_response")
    assert (clock.state, clock.met_at, clock.breached) == (
        clocks_ledger.ClockState.MET,
        berlin("2026-11-23 09:30"),
        False,
    )
    assert (clock.elapsed, clock.remaining, clock.due_at) == (0.5 * HOURS, 3.5 * HOURS, None)


def test_the_next_response_runs_from_the_oldest_unanswered_message():
    facts = [
        *OPENED,
        ("2026-11-23 09:10", "requester_message"),  # covered by the first response
        ("2026-11-23 09:30", "agent_reply"),
        ("2026-11-23 10:00", "requester_message"),
        ("2026-11-23 11:00", "requester_message"),
    ]
    assert DESK.clock(facts, "2026-11-23 11:30", "next_response").due_at == berlin("2026-11-23 12:00")
    answered = [*facts, ("2026-11-23 12:30", "agent_reply")]
    clock = DESK.clock(answered, "2026-11-23 13:00", "next_response")
    assert (clock.state, clock.breached_at) == (clocks_ledger.ClockState.MET, berlin("2026-11-23 12:00"))


def test_periodic_updates_are_owed_from_one_reply_to_the_next():
    facts = [*OPENED, ("2026-11-23 09:30", "agent_reply"), ("2026-11-23 12:00", "agent_reply")]
    before, now = DESK.clocks(facts, "2026-11-23 13:00", "periodic_update")
    assert (before.state, before.elapsed) == (clocks_ledger.ClockState.MET, 2.5 * HOURS)
    assert (now.generation, now.due_at) == (2, berlin("2026-11-23 17:00"))


def test_a_ticket_that_loses_its_owner_waits_for_one_again():
    facts = [*OPENED, ("2026-11-23 09:30", "owner", "ada"), ("2026-11-23 12:00", "owner", "")]
    before, now = DESK.clocks(facts, "2026-11-23 12:10", "time_to_own")
    assert (before.met_at, now.due_at) == (berlin("2026-11-23 09:30"), berlin("2026-11-23 13:00"))
    handed_on = [*OPENED, ("2026-11-23 09:30", "owner", "ada"), ("2026-11-23 12:00", "owner", "bob")]
    assert len(DESK.clocks(handed_on, "2026-11-23 12:10", "time_to_own")) == 1


def test_solving_stops_every_clock():
    facts = [
        *OPENED,
        ("2026-11-23 09:30", "agent_reply"),
        ("2026-11-23 10:00", "requester_message"),
        ("2026-11-23 10:30", "state", "solved/solved"),
    ]
    ledger = DESK.ledger(facts, "2026-12-30 10:30")
    assert ledger.live == ()
    assert names(ledger) == {
        "first_response": "met",
        "next_response": "stopped",
        "periodic_update": "stopped",
        "time_to_own": "stopped",
        "resolution": "met",
    }
    assert sla.next_wake(ledger, ()) is None


def test_reopening_takes_up_the_resolution_and_starts_a_next_response():
    facts = [
        *OPENED,
        ("2026-11-23 10:00", "agent_reply"),
        ("2026-11-23 14:00", "state", "solved/solved"),
        ("2026-11-25 10:00", "requester_message"),
        ("2026-11-25 10:00", "state", "open/open"),
    ]
    solved, resumed = DESK.clocks(facts, "2026-11-25 11:00", "resolution")
    assert (solved.state, solved.elapsed, solved.generation) == (clocks_ledger.ClockState.MET, 5 * HOURS, 1)
    assert (resumed.state, resumed.elapsed, resumed.generation) == (clocks_ledger.ClockState.RUNNING, 6 * HOURS, 2)
    assert resumed.due_at == berlin("2026-11-27 09:00")
    assert DESK.clock(facts, "2026-11-25 11:00", "next_response").due_at == berlin("2026-11-25 12:00")
    assert DESK.clock(facts, "2026-11-25 11:00", "first_response").state is clocks_ledger.ClockState.MET


def test_a_ticket_solved_without_a_word_leaves_its_first_response_stopped_also_after_reopening():
    facts = [*OPENED, ("2026-11-23 10:00", "state", "solved/solved"), ("2026-11-23 11:00", "state", "open/open")]
    clocks = {clock.clock: clock.state.value for clock in DESK.ledger(facts, "2026-11-23 11:10").clocks}
    assert clocks["first_response"] == "stopped"
    assert clocks["next_response"] == "running"


def test_a_message_while_solved_moves_nothing_until_the_ticket_is_reopened():
    facts = [
        *OPENED,
        ("2026-11-23 10:00", "state", "solved/solved"),
        ("2026-11-23 11:00", "requester_message"),
        ("2026-11-23 12:00", "agent_reply"),
    ]
    assert DESK.ledger(facts, "2026-11-24 12:00").live == ()
    reopened = [*facts, ("2026-11-24 09:00", "state", "open/open")]
    assert DESK.clock(reopened, "2026-11-24 09:10", "next_response").started_at == berlin("2026-11-24 09:00")


def test_while_paused_the_remaining_time_is_shown_and_no_deadline():
    facts = [*OPENED, ("2026-11-23 12:00", "state", "waiting/pending")]
    clock = DESK.clock(facts, "2026-11-30 12:00", "resolution")
    assert (clock.state, clock.due_at) == (clocks_ledger.ClockState.PAUSED, None)
    assert (clock.elapsed, clock.remaining) == (3 * HOURS, 21 * HOURS)


def test_a_pause_costs_business_time_only():
    facts = [
        *OPENED,
        ("2026-11-23 17:00", "state", "pending/pending"),
        ("2026-11-24 09:00", "state", "open/open"),  # sixteen hours on the wall, two of them open
    ]
    assert DESK.clock(facts, "2026-11-24 10:00", "resolution").due_at == berlin("2026-11-25 15:00")
    undisturbed = DESK.clock(OPENED, "2026-11-24 10:00", "resolution").due_at
    assert undisturbed == berlin("2026-11-25 13:00")


def test_a_target_may_pause_elsewhere_than_its_policy():
    policy = a_policy({"resolution": {"*": {"seconds": 3600, "pause": ["on_hold"]}}})
    facts = [*OPENED, ("2026-11-23 09:10", "state", "pending/pending")]
    clock = Desk(policy).clock(facts, "2026-11-23 09:20", "resolution")
    assert clock.due_at == berlin("2026-11-23 10:00")


@pytest.mark.parametrize("kind", ["priority", "policy", "calendar"])
def test_new_terms_measure_the_whole_tape(kind):
    easy = a_policy({"resolution": {"*": 20}}, id="easy")
    saturdays = a_calendar(version=2, week={"mon": [["08:00", "18:00"]], "sat": [["00:00", "24:00"]]})
    desk = Desk(ALL, a_calendar(), saturdays, others=[easy])
    facts = opened("2026-11-23 09:00", calendar="office@1")
    value, due = {
        "priority": ("P1", "2026-11-24 10:00"),
        "policy": ("easy@1", "2026-11-25 16:00"),
        "calendar": ("office@2", "2026-11-28 21:00"),
    }[kind]
    paused = [
        *facts,
        ("2026-11-23 12:00", "state", "pending/pending"),
        ("2026-11-24 09:00", "state", "open/open"),
        ("2026-11-24 09:30", kind, value),
    ]
    clock = desk.clock(paused, "2026-11-24 09:40", "resolution")
    assert (clock.due_at, clock.generation) == (berlin(due), 2)


def test_a_finished_ticket_keeps_the_terms_it_was_finished_under():
    facts = [*OPENED, ("2026-11-23 15:00", "agent_reply"), ("2026-11-23 15:00", "state", "solved/solved")]
    before = DESK.ledger(facts, "2026-11-24 09:00")
    after = DESK.ledger([*facts, ("2026-11-24 09:00", "priority", "P1")], "2026-11-24 09:00")
    assert after == before


def test_a_response_that_was_given_keeps_the_terms_it_was_given_under():
    facts = [*OPENED, ("2026-11-23 12:00", "agent_reply"), ("2026-11-23 13:00", "priority", "P1")]
    clock = DESK.clock(facts, "2026-11-24 09:00", "first_response")
    assert (clock.target, clock.breached) == (4 * HOURS, False)


def test_a_promise_is_broken_at_its_deadline_not_after_it():
    in_time = [*OPENED, ("2026-11-23 12:59", "agent_reply")]
    too_late = [*OPENED, ("2026-11-23 13:00", "agent_reply")]
    assert not DESK.clock(in_time, "2026-11-24 09:00", "first_response").breached
    assert DESK.clock(too_late, "2026-11-24 09:00", "first_response").breached_at == berlin("2026-11-23 13:00")
    assert DESK.clock(OPENED, "2026-11-23 13:00", "first_response").breached


def test_without_a_policy_or_a_target_no_clock_runs():
    assert DESK.ledger(opened("2026-11-23 09:00", policy=""), "2026-11-23 09:30").clocks == ()
    assert DESK.ledger(opened("2026-11-23 09:00", "P4"), "2026-11-23 09:30").clocks == ()
    assert DESK.ledger([], "2026-11-23 09:30").clocks == ()


def test_a_policy_or_a_calendar_nobody_knows_is_refused():
    with pytest.raises(clocks_policy.PolicyError, match="there is no policy gone@1"):
        DESK.ledger(opened("2026-11-23 09:00", policy="gone@1"), "2026-11-23 09:30")
    with pytest.raises(clocks_policy.PolicyError, match="there is no calendar office@7"):
        DESK.ledger(opened("2026-11-23 09:00", calendar="office@7"), "2026-11-23 09:30")


def test_a_tape_begins_with_the_ticket():
    with pytest.raises(ValueError, match="begins with created"):
        DESK.ledger(OPENED[1:], "2026-11-23 09:30")


def test_levels_and_vendors_have_clocks_of_their_own():
    policy = a_policy({"ola": {"L2": {"*": 4}}, "underpinning": {"*": {"P3": 8}, "acme": {"P3": 6}}})
    facts = [
        *opened("2026-11-23 09:00", level="L1"),
        ("2026-11-23 10:00", "level", "L2"),
        ("2026-11-23 11:00", "vendor", "acme"),
        ("2026-11-23 11:00", "state", "vendor/on_hold"),
    ]
    ledger = Desk(policy).ledger(facts, "2026-11-23 12:00")
    assert [(clock.clock, clock.state.value, clock.due_at) for clock in ledger.clocks] == [
        ("ola_L2", "paused", None),
        ("underpinning_acme", "running", berlin("2026-11-23 17:00")),
    ]
    handed_back = [
        *facts,
        ("2026-11-23 13:00", "vendor", "other"),
        ("2026-11-23 14:00", "state", "open/open"),
        ("2026-11-23 14:00", "vendor", ""),
        ("2026-11-23 15:00", "level", "L1"),
    ]
    ended = Desk(policy).ledger(handed_back, "2026-11-23 16:00").clocks
    assert [(clock.clock, clock.state.value, clock.elapsed) for clock in ended] == [
        ("underpinning_acme", "met", 2 * HOURS),
        ("underpinning_other", "met", 1 * HOURS),
        ("ola_L2", "met", 2 * HOURS),
    ]


def test_reopening_restarts_the_clocks_of_those_who_hold_the_ticket():
    policy = a_policy({"ola": {"L2": {"*": 4}}})
    facts = [
        *opened("2026-11-23 09:00", level="L2"),
        ("2026-11-23 10:00", "state", "solved/solved"),
        ("2026-11-23 12:00", "state", "open/open"),
    ]
    clocks = Desk(policy).clocks(facts, "2026-11-23 12:30", "ola_L2")
    assert [(clock.state.value, clock.elapsed) for clock in clocks] == [("stopped", HOURS), ("running", 0.5 * HOURS)]
