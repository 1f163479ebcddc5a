"""Moves between states: the table is complete, and nothing but the table allows a move."""

from datetime import timedelta

import pytest
from helpdesk.core.tickets.rules import moving
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Phase
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING

from tests.builders.tickets import a_ticket

SETTINGS = TERMS.at_first()
STATES = tuple(SETTINGS.states)
# Written out once more, so that a change of the settings is a change of mind.
ALLOWED = {
    "new": {"open", "pending", "on_hold", "solved", "cancelled"},
    "open": {"pending", "on_hold", "solved", "cancelled"},
    "pending": {"open", "on_hold", "solved", "cancelled"},
    "on_hold": {"open", "pending", "solved", "cancelled"},
    "solved": {"open", "closed"},
    "closed": set(),
    "cancelled": {"open"},
}
EVERY_MOVE = [(state, target) for state in STATES for target in STATES if state != target]
TOMORROW = MONDAY_MORNING + timedelta(days=1)


def move(state, target, **more):
    return moving.transition(a_ticket(state=state), target, "Twice", SETTINGS, **more)


def test_every_state_has_its_row():
    assert set(ALLOWED) == set(STATES)


def test_every_move_leads_to_a_state():
    assert {target for state in SETTINGS.states.values() for target in state.next} <= set(STATES)


def test_every_phase_has_a_state():
    assert {state.phase for state in SETTINGS.states.values()} == set(Phase)


def test_every_state_can_be_reached():
    reached, new = set(), {SETTINGS.initial_state}
    while new:
        reached |= new
        new = {target for state in new for target in SETTINGS.states[state].next} - reached
    assert reached == set(STATES)


@pytest.mark.parametrize("name", [SETTINGS.initial_state, SETTINGS.working_state, SETTINGS.closed_state])
def test_the_states_that_the_desk_itself_uses_exist(name):
    assert name in STATES


@pytest.mark.parametrize(("state", "target"), EVERY_MOVE)
def test_the_table_alone_allows_a_move(state, target):
    if target in ALLOWED[state]:
        (fact,) = move(state, target)
        assert (fact.event.previous, fact.event.state, fact.event.phase) == (
            state,
            target,
            SETTINGS.states[target].phase,
        )
    else:
        with pytest.raises(TransitionRefusedError):
            move(state, target)


@pytest.mark.parametrize("state", STATES)
def test_staying_is_no_move(state):
    assert move(state, state) == []


def test_a_refusal_names_what_is_possible():
    with pytest.raises(TransitionRefusedError, match="possible: open, closed"):
        move("solved", "pending")


def test_there_is_no_way_to_a_state_that_does_not_exist():
    with pytest.raises(InvalidError, match="There is no state asleep"):
        move("open", "asleep")


def test_a_reason_is_kept():
    (fact,) = moving.transition(a_ticket(), "on_hold", "Spare part ordered", SETTINGS)
    assert fact.event.reason == "Spare part ordered"


@pytest.mark.parametrize("target", ["pending", "on_hold"])
def test_a_waiting_ticket_may_come_back_by_itself(target):
    (fact,) = move("open", target, until=TOMORROW)
    assert fact.event.until == TOMORROW


@pytest.mark.parametrize("target", ["solved", "cancelled", "open"])
def test_what_does_not_wait_does_not_come_back(target):
    with pytest.raises(InvalidError):
        move("new", target, until=TOMORROW)


def test_a_waiting_ticket_may_wait_longer():
    ticket = a_ticket(state="pending", until=TOMORROW)
    (fact,) = moving.transition(ticket, "pending", "", SETTINGS, until=TOMORROW + timedelta(days=1))
    assert fact.event.until == TOMORROW + timedelta(days=1)


def test_waiting_as_long_as_before_is_no_change():
    assert moving.transition(a_ticket(state="pending", until=TOMORROW), "pending", "", SETTINGS, TOMORROW) == []
