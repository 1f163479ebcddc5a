"""Who waits for whom, as lists show it, and since when."""

from datetime import timedelta

import pytest
from helpdesk.core.tickets.actions import lists, tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.actions.lists import Query
from helpdesk.core.tickets.rules.listing import WaitsFor

from tests.builders.directory import an_agent
from tests.builders.intake import open_ticket
from tests.builders.staffing import staff
from tests.builders.tickets import a_message, a_note

ADA = an_agent()


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
    life.moves("pending")
    life.they_write()
    assert life.turn == (WaitsFor.US, life.hours(2))
    assert life.card.paused_since is None


def test_what_is_solved_waits_for_nobody(life):
    life.moves("solved")
    assert life.turn == (None, None)


def test_a_deadline_says_from_when_it_is_near(life):
    card = life.card
    assert life.began < card.near_at < card.next_deadline
