"""Who waits for whom, as lists show it, and since when."""

from datetime import timedelta

import pytest
from helpdesk.core.record.tickets import MessageAdded, StateChanged
from helpdesk.core.tickets.actions import lists, tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.actions.lists import Query
from helpdesk.core.tickets.rules.listing import WaitsFor, card
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Role, Visibility
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_change, a_message, a_note, a_ticket

ADA = an_agent()
WORKED_ON = ("open", "pending", "on_hold")


class Life:
    """A ticket at a desk, an hour between whatever happens to it."""

    def __init__(self, desk):
        staff(desk, ADA)
        self.desk = desk
        self.ticket = open_ticket(desk)
        self.began = desk.clock.now()

    def hours(self, number):
        return self.began + timedelta(hours=number)

    def _wish(self, person):
        self.desk.clock.advance(timedelta(hours=1))
        return Wish(ticket_id=self.ticket.id, by=person.as_actor())

    def we_write(self, message=None):
        tickets.write(self.desk, self._wish(ADA), message or a_message())

    def they_write(self, words="It is still on fire."):
        tickets.write(self.desk, self._wish(self.desk.directory.person(self.ticket.requester)), a_message(words))

    def moves(self, state):
        tickets.move(self.desk, self._wish(ADA), state)

    @property
    def card(self):
        (card,) = lists.listed(self.desk, ADA.as_actor(), Query(team="service-desk")).items
        return card

    @property
    def turn(self):
        return self.card.waits_for, self.card.waits_since


@pytest.fixture
def life(memory_desk):
    return Life(memory_desk)


def test_a_new_one_waits_for_us_since_it_came(life):
    assert life.turn == (WaitsFor.US, life.hours(0))


def test_what_we_have_answered_is_ours_and_nobody_is_owed_a_word(life):
    life.we_write()
    assert life.turn == (WaitsFor.US, None)


def test_who_asks_again_waits_since_they_did_so_first(life):
    life.we_write()
    life.they_write()
    life.they_write("And now the curtain.")
    life.we_write(a_note())
    assert life.turn == (WaitsFor.US, life.hours(2))


@pytest.mark.parametrize(("state", "whom"), [("pending", WaitsFor.REQUESTER), ("on_hold", WaitsFor.TIME)])
def test_one_that_waits_says_since_when(life, state, whom):
    life.moves(state)
    life.we_write(a_note())
    assert life.turn == (whom, life.hours(1))
    assert (life.card.next_deadline, life.card.paused_since) == (None, life.hours(1))


def test_an_answer_gives_the_turn_back(life):
    life.we_write()
    life.moves("pending")
    life.they_write()
    assert life.turn == (WaitsFor.US, life.hours(3))
    assert life.card.paused_since is None


@pytest.mark.parametrize("state", ["pending", "on_hold"])
def test_who_was_put_off_without_a_word_is_still_owed_one(life, state):
    life.moves(state)
    life.moves("open")
    assert life.turn == (WaitsFor.US, life.hours(0))


@st.composite
def lives(draw):
    """What happens to a ticket, an hour between; and since when its requester is owed a word at the end."""
    owed, ticket = MONDAY_MORNING, a_ticket()
    for number, act in enumerate(draw(st.lists(st.sampled_from(["they", "we", "note", *WORKED_ON]), max_size=8)), 1):
        at = MONDAY_MORNING + timedelta(hours=number)
        if act in WORKED_ON:
            event = StateChanged(state=act, phase=Phase(act), previous=ticket.state)
        else:
            by, seen = (Role.REQUESTER if act == "they" else Role.AGENT), ("internal" if act == "note" else "public")
            event = MessageAdded(visibility=Visibility(seen), by=by, channel=Channel.PORTAL)
            owed = {"they": owed or at, "we": None}.get(act, owed)
        ticket = a_change(ticket, event, by=ADA, at=at).after
    return ticket, owed


@given(lives())
def test_only_words_make_or_end_what_is_owed_whatever_state_it_went_through(life):
    ticket, owed = life
    seen = card(replace(ticket, state="open", phase=Phase.OPEN))
    assert (seen.waits_for, seen.waits_since) == (WaitsFor.US, owed)


def test_what_is_solved_waits_for_nobody(life):
    life.moves("solved")
    assert life.turn == (None, None)


def test_a_deadline_says_from_when_it_is_near(life):
    card = life.card
    assert life.began < card.near_at < card.next_deadline
