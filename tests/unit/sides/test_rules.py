"""Sides: what of a ticket waits for whom, and who is never written to."""

import pytest
from helpdesk.capabilities.sides import rules
from helpdesk.capabilities.sides.rules import MOST, SideLetter
from helpdesk.core.record.participants import Came, Circle, Participant
from helpdesk.core.record.sides import Side, Sides
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Phase
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders.tickets import a_ticket


def a_side(which="s1", **more):
    usual = {
        "subject": "Part", "to": ("vera@vendor.example",), "cc": (), "began_at": MONDAY_MORNING, "at": MONDAY_MORNING
    }  # fmt: skip
    return Side(id=which, **usual | more)


def with_sides(*sides, **more):
    return replace(a_ticket(), beside=Sides(sides=sides), **more)


def waiting(*sides, vendor="acme"):
    return with_sides(*sides, phase=Phase.ON_HOLD, state="on_hold", vendor=vendor)


@pytest.mark.parametrize(
    ("ticket", "waits"),
    [
        (waiting(a_side(vendor="acme")), True),
        (waiting(a_side(vendor="carrier")), False),
        (waiting(a_side()), True),
        (waiting(a_side(), a_side("s2", open=False)), True),
        (waiting(a_side(), a_side("s2")), False),
        (waiting(a_side(vendor="acme"), a_side("s2")), True),
        (waiting(a_side(), vendor=None), False),
        (with_sides(a_side(vendor="acme")), False),
    ],
)
def test_whose_answer_ends_a_wait(ticket, waits):
    assert rules.is_waited_for(ticket, ticket.sides[0]) is waits


def in_it(address):
    return Participant(person=address, name=address, email=address, came=Came.MAIL, at=MONDAY_MORNING)


DOMAINS = st.sampled_from(["vendor.example", "people.example", "gmail.com", "xn--bcher-kva.example", "bücher.example"])
ADDRESSES = st.builds("{}@{}".format, st.sampled_from("abc"), DOMAINS)


@given(st.lists(ADDRESSES, min_size=1, max_size=3), st.lists(ADDRESSES, max_size=2), ADDRESSES)
def test_who_answers_for_them_has_their_domain_and_nobody_of_the_ticket_has_it(on_it, of_ticket, sender):
    circle = Circle(people=tuple(in_it(address) for address in of_ticket))
    side = a_side(to=tuple(on_it))
    ticket = with_sides(side, circle=circle, requester_email="rita@people.example")
    domain, theirs, others = (
        {folded(address).rpartition("@")[2] for address in addresses}
        for addresses in ([sender], on_it, [*of_ticket, "rita@people.example", "x@gmail.com"])
    )
    assert rules.is_beside(ticket, side, sender) is (domain <= theirs and not domain & others)


def test_there_is_an_end_to_them():
    ticket = with_sides(*(a_side(f"s{n}") for n in range(1, MOST + 1)))
    with pytest.raises(InvalidError):
        rules.begun(ticket, SideLetter(body="x", subject="x", to=("a@b.example",)), TERMS.at_first())


def test_each_address_is_written_to_once_in_whatever_form():
    letter = SideLetter(
        body="x",
        subject="x",
        to=("A@bücher.example", "a@xn--bcher-kva.example"),
        cc=("a@bücher.example", "c@d.example"),
    )
    (fact,) = rules.begun(a_ticket(), letter, TERMS.at_first())
    assert (fact.personal.postal.to, fact.personal.postal.cc) == (("a@bücher.example",), ("c@d.example",))


def test_one_that_is_none_is_not_found():
    with pytest.raises(NotFoundError):
        rules.answered(with_sides(a_side()), "s2", SideLetter(body="x"), TERMS.at_first())
