"""Conversations beside, over both stores."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from helpdesk.capabilities.sides import actions as sides
from helpdesk.capabilities.sides.rules import SideLetter
from helpdesk.core.record.event import Personal
from helpdesk.core.record.fold import fold
from helpdesk.core.tickets.actions import repair, tickets
from helpdesk.core.tickets.actions.change import Wish
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.platform import a_key
from tests.builders.staffing import staff

ADA, RITA = an_agent(), a_requester()
LETTER = SideLetter(body="Do you have one?", subject="Spare part", to=("vera@vendor.example",))


@pytest.fixture
def ticket(desk):
    staff(desk, ADA)
    desk.directory.put_person(RITA)
    return open_ticket(desk, by=RITA)


def begin(desk, ticket, letter=LETTER, **more):
    return sides.begin(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor(), **more), letter, ())


def test_the_head_is_what_the_entries_say(desk, ticket):
    made = begin(desk, ticket).ticket
    sides.set_open(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), "s1", is_open=False)
    assert repair.rebuild(desk, ticket.id) is False
    found = tickets.read(desk, ADA.as_actor(), ticket.id)
    assert made.sides == (replace(found.ticket.sides[0], open=True),)
    assert found.entries[-2].personal.postal.to == ("vera@vendor.example",)


def test_asked_again_one_is_begun(desk, ticket):
    first = begin(desk, ticket, once=a_key())
    again = begin(desk, ticket, once=a_key())
    assert again.entries == first.entries
    assert len(desk.tickets.get(ticket.id).sides) == 1


def test_those_that_begin_at_one_moment_are_two(desk, ticket):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: begin(desk, ticket), range(4)))
    assert sorted(side.id for side in desk.tickets.get(ticket.id).sides) == ["s1", "s2", "s3", "s4"]


def test_when_its_words_are_erased_the_rest_of_it_stays(desk, ticket):
    begin(desk, ticket)
    erased = [replace(entry, personal=Personal()) for entry in desk.tickets.entries(ticket.id)]
    (side,) = fold(erased).sides
    assert (side.id, side.subject, side.to, side.messages) == ("s1", "", (), 1)
