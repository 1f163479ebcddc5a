"""Whose turn it is, and by when a requester hears from us."""

from datetime import timedelta

import pytest
from helpdesk.core.record.assignment import TicketAssigned
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded, StateChanged
from helpdesk.core.tickets.rules.listing import card
from helpdesk.core.tickets.rules.turn import OURS, Turn, turn_of
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Role, Scale, Visibility
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.tickets import a_change, a_ticket

ADA = an_agent("Ada")
STATES = tuple(TERMS.at_first().states.values())
ANSWER = MessageAdded(visibility=Visibility.PUBLIC, by=Role.AGENT, channel=Channel.PORTAL)
EVENING = MONDAY_MORNING + timedelta(hours=8)
IN_AN_HOUR = MONDAY_MORNING + timedelta(hours=1)


def moved(ticket: Ticket, phase: Phase) -> Ticket:
    event = StateChanged(state=phase.value, phase=phase, previous=ticket.state)
    return a_change(ticket, event, by=ADA, at=IN_AN_HOUR).after


@pytest.mark.parametrize(
    ("state", "assignee", "turn"),
    [
        ("new", None, Turn.NEW),
        ("new", "ada", Turn.OPEN),
        ("open", None, Turn.OPEN),
        ("open", "ada", Turn.OPEN),
        ("on_hold", "ada", Turn.ON_HOLD),
        ("solved", "ada", Turn.SOLVED),
        ("closed", "ada", Turn.CLOSED),
        ("cancelled", "ada", Turn.CANCELLED),
    ],
)
def test_one_word_says_whose_turn_it_is(state: str, assignee: str | None, turn: Turn):
    ticket = a_ticket(state=state, assignee=assignee)
    assert turn_of(ticket) is turn
    assert turn_of(card(ticket)) is turn


@given(phase=st.sampled_from(Phase), name=st.text(min_size=1))
def test_a_state_of_a_companys_own_is_told_by_what_it_means(phase: Phase, name: str):
    answered = a_change(a_ticket(), ANSWER, by=ADA, at=IN_AN_HOUR).after
    assert turn_of(replace(answered, state=f"own {name}", phase=phase)).value == phase.value


@given(phase=st.sampled_from(Phase), assignee=st.sampled_from([None, "ada"]), words=st.sampled_from([(), (ANSWER,)]))
def test_nobody_is_asked_for_an_answer_to_what_was_never_said(
    phase: Phase, assignee: str | None, words: tuple[MessageAdded, ...]
):
    ticket = a_ticket()
    for said in words:
        ticket = a_change(ticket, said, by=ADA, at=IN_AN_HOUR).after
    ticket = replace(moved(ticket, phase), assignee=assignee)
    assert turn_of(ticket) is turn_of(card(ticket))
    assert (turn_of(ticket) is Turn.PENDING) == (phase is Phase.PENDING and words != ())


def test_who_was_put_off_without_a_word_is_told_who_has_it():
    assert turn_of(moved(a_ticket(assignee="ada"), Phase.PENDING)) is Turn.OPEN
    assert turn_of(moved(a_ticket(), Phase.PENDING)) is Turn.NEW


def test_a_new_ticket_promises_an_answer_and_its_card_does_too():
    ticket = a_ticket()
    assert ticket.promise.answer_by == EVENING
    assert card(ticket).answer_by == ticket.promise.answer_by


def test_giving_it_to_somebody_moves_no_promise():
    ticket = a_ticket()
    given_to = a_change(ticket, TicketAssigned(assignee=ADA.id), by=ADA, at=IN_AN_HOUR).after
    assert given_to.promise.answer_by == ticket.promise.answer_by


def test_what_was_answered_promises_no_answer():
    assert a_change(a_ticket(), ANSWER, by=ADA, at=IN_AN_HOUR).after.promise.answer_by is UNSET


@pytest.mark.parametrize("phase", sorted(set(Phase) - {Phase.NEW, Phase.OPEN}))
def test_while_it_is_not_for_us_to_say_something_nothing_is_promised(phase: Phase):
    assert moved(a_ticket(), phase).promise.answer_by is UNSET


def test_what_waited_promises_an_answer_again_and_later():
    ticket = a_change(impact=Scale.MEDIUM, urgency=Scale.MEDIUM).after
    waits = a_change(
        ticket, StateChanged(state="pending", phase=Phase.PENDING, previous="new"), by=ADA, at=MONDAY_MORNING
    ).after
    again = moved(waits, Phase.OPEN)
    assert ticket.promise.answer_by
    assert again.promise.answer_by == ticket.promise.answer_by + timedelta(hours=1)


def test_a_missed_promise_stays_owed():
    ticket = a_ticket()
    late = a_change(ticket, TicketAssigned(assignee=ADA.id), by=ADA, at=EVENING + timedelta(days=1)).after
    assert late.promise.answer_by == EVENING


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_nothing_is_promised_but_while_it_is_our_turn(state):
    ticket = moved(a_ticket(), state.phase)
    assert (ticket.promise.answer_by is UNSET) or turn_of(ticket) in OURS
