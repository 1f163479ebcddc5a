"""Who takes part beside the requester: what is decided, what the head says of it, and what they may do."""

from datetime import timedelta

import pytest
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.record.event import Personal
from helpdesk.core.record.fold import fold
from helpdesk.core.record.participants import Came, Participant, ParticipantAdded, ParticipantRemoved
from helpdesk.core.record.tape import FactKind
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.rules import access, sequel, taking_part, writing
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import ForbiddenError, InvalidError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Phase, Role, Visibility
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders.directory import a_requester, an_agent
from tests.builders.tickets import FIRST, a_change, a_message, a_ticket

ADA, RITA, PAUL, OLGA = an_agent(), a_requester(), a_requester("Paul"), a_requester("Olga")
LATER = MONDAY_MORNING + timedelta(hours=1)
MANY = [a_requester(f"P{number}") for number in range(taking_part.MOST + 5)]


def joined(ticket, *people, came=Came.STAFF, at=MONDAY_MORNING):
    facts = taking_part.added(people, came, ticket.requester, ticket.participants)
    return a_change(ticket, *facts, by=ADA, at=at)


def by_link(person, ticket):
    return Actor(id=person.id, role=Role.GUEST, ticket_id=ticket.id)


@pytest.fixture
def ticket():
    return a_change().after


def test_the_head_says_who_takes_part_how_they_came_and_since_when(ticket):
    assert ticket.participants == ()
    assert joined(ticket, PAUL, came=Came.MAIL, at=LATER).after.participants == (
        Participant(person="paul", name="Paul", email="paul@people.example", came=Came.MAIL, at=LATER),
    )


def test_names_and_addresses_stand_in_the_erasable_part_alone(ticket):
    (entry,) = joined(ticket, PAUL).entries
    assert entry.event == ParticipantAdded(person="paul", came=Came.STAFF)
    assert entry.personal == Personal(name="Paul", email="paul@people.example", author="Ada")
    (erased,) = fold([replace(entry, personal=None)], ticket).participants
    assert (erased.person, erased.name, erased.email) == ("paul", "", "")


@pytest.mark.parametrize(
    "person",
    [RITA, PAUL, a_requester("Gone", active=False), a_requester("Caller", email="")],
    ids=["requester", "there already", "deactivated", "without address"],
)
def test_who_is_answered_already_or_cannot_be_is_not_added(ticket, person):
    assert taking_part.added([person], Came.MAIL, ticket.requester, joined(ticket, PAUL).after.participants) == []


@pytest.mark.parametrize("person", [a_requester("Gone", active=False), a_requester("Caller", email="")])
def test_who_names_somebody_that_cannot_be_answered_is_told(ticket, person):
    with pytest.raises(InvalidError) as refused:
        taking_part.check_all([PAUL, person], ticket, "cc")
    assert [(each.field, each.code, each.values) for each in refused.value.problems] == [
        ("cc", "unreachable", {"name": person.name})
    ]


def test_there_is_room_for_so_many(ticket):
    full = joined(ticket, *MANY).after
    assert len(full.participants) == taking_part.MOST
    taking_part.check_all(MANY[:3], full, "cc")
    with pytest.raises(InvalidError, match="at most 30"):
        taking_part.check_all([PAUL], full, "cc")


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(MANY))))
def test_nobody_takes_part_twice_whatever_happens(steps):
    ticket = a_ticket()
    wanted = []
    for comes, person in steps:
        if comes:
            facts = taking_part.added([person], Came.STAFF, ticket.requester, ticket.participants)
            if person.id not in wanted and len(wanted) < taking_part.MOST:
                wanted.append(person.id)
        else:
            facts = taking_part.removed(ticket, person.id)
            wanted = [each for each in wanted if each != person.id]
        ticket = a_change(ticket, *facts, by=ADA).after if facts else ticket
    assert [each.person for each in ticket.participants] == wanted


def test_who_is_removed_takes_part_no_longer_and_is_named(ticket):
    before = joined(ticket, PAUL, OLGA).after
    change = a_change(before, *taking_part.removed(before, PAUL.id), by=ADA)
    assert [each.person for each in change.after.participants] == ["olga"]
    assert [(each.event, each.personal.name) for each in change.entries] == [
        (ParticipantRemoved(person="paul"), "Paul")
    ]
    assert taking_part.removed(change.after, PAUL.id) == []


def test_they_see_the_ticket_signed_in_and_by_their_link_until_they_are_removed(ticket):
    there = joined(ticket, PAUL).after
    for paul in (PAUL.as_actor(), by_link(PAUL, ticket)):
        assert not access.sees(paul, ticket)
        assert access.visible_to(paul, there) is there
        gone = a_change(there, *taking_part.removed(there, PAUL.id), by=ADA).after
        with pytest.raises(NotFoundError):
            access.visible_to(paul, gone)


def test_their_link_opens_no_other_ticket(ticket):
    other = joined(a_change().after, PAUL).after
    assert not access.sees(by_link(PAUL, ticket), other)


def test_mail_goes_to_them_while_they_take_part(ticket):
    assert access.may_be_mailed(PAUL, joined(ticket, PAUL).after, as_staff=False)
    assert not access.may_be_mailed(PAUL, ticket, as_staff=False)
    assert not access.may_be_mailed(PAUL, joined(ticket, PAUL).after, as_staff=True)


@pytest.mark.parametrize("state", ["solved", "open", "pending", "cancelled"])
def test_they_move_it_nowhere(ticket, state):
    there = joined(ticket, PAUL).after
    for paul in (PAUL.as_actor(), by_link(PAUL, ticket)):
        with pytest.raises(ForbiddenError):
            access.may_move(paul, there, state)
    assert access.may_move(RITA.as_actor(), there, "solved") is there


def test_they_write_no_note(ticket):
    with pytest.raises(ForbiddenError):
        access.may_write(PAUL.as_actor(), joined(ticket, PAUL).after, Visibility.INTERNAL)


@pytest.mark.parametrize("link", [True, False])
@pytest.mark.parametrize("state", ["pending", "solved"])
def test_their_reply_counts_as_one_of_the_requester(ticket, link, state):
    there = replace(joined(ticket, PAUL).after, state=state, phase=Phase(state))
    paul = by_link(PAUL, ticket) if link else PAUL.as_actor()
    facts = writing.add_message(there, a_message("It smokes again"), paul, FIRST.of(TERMS))
    change = a_change(there, *facts, by=paul)
    assert change.after.phase is Phase.OPEN
    assert change.after.tape[-2].kind == FactKind.REQUESTER_MESSAGE
    message = change.entries[0]
    assert isinstance(message.event, MessageAdded)
    assert (message.event.by, message.actor.id, message.personal.author) == (Role.REQUESTER, "paul", "Paul")


def test_they_take_part_in_the_ticket_that_follows(ticket):
    there = joined(ticket, PAUL, OLGA, came=Came.MAIL).after
    facts = sequel.opened(there, a_message(), ADA.as_actor(), FIRST.of(TERMS), book_of(FIRST))
    follows = a_change(None, *facts[1:], by=ADA).after
    assert [(each.name, each.came) for each in follows.participants] == [("Paul", Came.MAIL), ("Olga", Came.MAIL)]
