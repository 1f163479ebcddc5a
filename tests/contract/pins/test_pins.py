"""A note at the top of a ticket, over both stores."""

import pytest
from helpdesk.capabilities.pins import actions as pins
from helpdesk.core.tickets.actions import repair, tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.rules.refusals import StaleError
from helpdesk.foundation.kernel.errors import ForbiddenError, NotFoundError

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.platform import a_key
from tests.builders.staffing import staff
from tests.builders.tickets import a_guest

ADA, RITA, MALLORY = an_agent(), a_requester(), a_requester("Mallory")


@pytest.fixture
def ticket(desk):
    staff(desk, ADA)
    desk.directory.put_person(RITA)
    return open_ticket(desk, by=RITA)


def pin(desk, ticket, text="Mind the dog", by=None, **more):
    return pins.pin(desk, Wish(ticket_id=ticket.id, by=by or ADA.as_actor(), **more), text)


def test_it_is_read_with_the_ticket(desk, ticket):
    made = pin(desk, ticket).ticket
    found = tickets.read(desk, ADA.as_actor(), ticket.id)
    assert found.ticket == made
    assert (found.ticket.pin.text, found.ticket.pin.name) == ("Mind the dog", "Ada")
    assert found.entries[-1].personal.body == "Mind the dog"


def test_the_head_is_what_the_entries_say(desk, ticket):
    pin(desk, ticket)
    assert repair.rebuild(desk, ticket.id) is False
    pin(desk, ticket, "")
    assert repair.rebuild(desk, ticket.id) is False
    assert desk.tickets.get(ticket.id).pin is None


def test_asked_again_it_is_pinned_once(desk, ticket):
    first = pin(desk, ticket, once=a_key())
    pin(desk, ticket, "Something else")
    again = pin(desk, ticket, once=a_key())
    assert (again.ticket, again.entries) == (first.ticket, first.entries)
    assert desk.tickets.get(ticket.id).pin.text == "Something else"


def test_an_old_revision_is_refused(desk, ticket):
    pin(desk, ticket, revision=ticket.revision)
    with pytest.raises(StaleError) as refused:
        pin(desk, ticket, "Something else", revision=ticket.revision)
    assert refused.value.current.pin.text == "Mind the dog"


def test_a_closed_ticket_has_one_too(desk, ticket):
    tickets.move(desk, Wish(ticket_id=ticket.id, by=ADA.as_actor()), "cancelled", "Twice")
    assert pin(desk, ticket).ticket.pin.text == "Mind the dog"


@pytest.mark.parametrize(
    ("by", "refusal"),
    [(RITA.as_actor(), ForbiddenError), (MALLORY.as_actor(), NotFoundError), (a_guest, ForbiddenError)],
    ids=["requester", "stranger", "guest"],
)
def test_it_is_for_those_who_work_on_the_ticket(desk, ticket, by, refusal):
    with pytest.raises(refusal):
        pin(desk, ticket, by=by(ticket) if callable(by) else by)
    assert desk.tickets.get(ticket.id).pin is None
