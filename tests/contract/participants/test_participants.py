"""People who take part in a ticket, over both stores."""

import pytest
from helpdesk.capabilities.participants import actions as participants
from helpdesk.core.record.participants import Came
from helpdesk.core.tickets.actions import lists, repair, tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.actions.lists import Query
from helpdesk.core.tickets.rules.taking_part import MOST
from helpdesk.core.tickets.rules.writing import Invited
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import ForbiddenError, InvalidError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Phase, Role

from tests.builders.directory import a_requester, an_agent
from tests.builders.intake import open_ticket
from tests.builders.platform import a_key
from tests.builders.staffing import staff
from tests.builders.tickets import a_guest, a_message, a_note

ADA, RITA, PAUL, MALLORY = an_agent(), a_requester(), a_requester("Paul", language="de"), a_requester("Mallory")
OUTSIDE = an_agent("Otto", external=True)


@pytest.fixture
def ticket(desk):
    staff(desk, ADA)
    for person in (RITA, PAUL, MALLORY):
        desk.directory.put_person(person)
    return open_ticket(desk, by=RITA)


def wish(ticket, by=ADA, **more):
    return Wish(ticket_id=ticket.id, by=by if isinstance(by, Actor) else by.as_actor(), **more)


def add(desk, ticket, by=ADA, once=None, **who):
    return participants.add(desk, wish(ticket, by, once=once), Invited(**who)).ticket


def names(desk, ticket):
    return [each.name for each in desk.tickets.get(ticket.id).participants]


def test_somebody_known_is_found_by_id_and_by_address(desk, ticket):
    add(desk, ticket, person=PAUL.id)
    add(desk, ticket, email="MALLORY@people.example", name="Someone")
    assert names(desk, ticket) == ["Paul", "Mallory"]


def test_an_address_that_nobody_has_comes_into_the_directory(desk, ticket):
    add(desk, ticket, email="New@bücher.example", name="New")
    (new,) = desk.tickets.get(ticket.id).participants
    assert desk.directory.by_email("new@xn--bcher-kva.example") == desk.directory.person(new.person)
    assert (new.name, new.email, new.came) == ("New", "new@bücher.example", Came.STAFF)
    assert desk.directory.person(new.person).role is Role.REQUESTER


def test_an_id_that_nobody_has_is_refused(desk, ticket):
    with pytest.raises(InvalidError) as refused:
        add(desk, ticket, person="nobody")
    assert [(each.field, each.code) for each in refused.value.problems] == [("person", "no_person")]


def test_asked_twice_they_take_part_once(desk, ticket):
    add(desk, ticket, email=PAUL.email, once=a_key())
    version = add(desk, ticket, email=PAUL.email, once=a_key()).version
    assert add(desk, ticket, email=PAUL.email).version == version
    assert names(desk, ticket) == ["Paul"]


def test_the_head_is_what_the_entries_say(desk, ticket):
    add(desk, ticket, person=PAUL.id)
    add(desk, ticket, person=MALLORY.id)
    participants.remove(desk, wish(ticket), PAUL.id)
    assert repair.rebuild(desk, ticket.id) is False
    assert names(desk, ticket) == ["Mallory"]


def test_who_takes_part_reads_replies_and_leaves(desk, ticket):
    add(desk, ticket, person=PAUL.id)
    tickets.write(desk, wish(ticket), a_note())
    assert [entry.type for entry in tickets.read(desk, PAUL.as_actor(), ticket.id).entries] == [
        "TicketCreated",
        "ParticipantAdded",
    ]
    tickets.write(desk, wish(ticket), a_message(state="pending"))
    by_link = Actor(id=PAUL.id, role=Role.GUEST, ticket_id=ticket.id)
    written = tickets.write(desk, wish(ticket, by_link), a_message("It still smokes"))
    assert (written.ticket.phase, written.entries[0].personal.author) == (Phase.OPEN, "Paul")
    participants.remove(desk, wish(ticket, by_link), PAUL.id)
    for paul in (PAUL.as_actor(), by_link):
        with pytest.raises(NotFoundError):
            tickets.read(desk, paul, ticket.id)


def test_the_requester_names_people_by_address_and_learns_no_name(desk, ticket):
    add(desk, ticket, RITA, email=PAUL.email)
    add(desk, ticket, RITA, email="new@home.example", name="My friend")
    assert [(each.name, each.came) for each in desk.tickets.get(ticket.id).participants] == [
        (PAUL.email, Came.REQUESTER),
        ("My friend", Came.REQUESTER),
    ]
    with pytest.raises(ForbiddenError):
        add(desk, ticket, RITA, person=MALLORY.id)


@pytest.mark.parametrize(
    ("by", "refusal"),
    [(PAUL, ForbiddenError), (MALLORY, NotFoundError), (a_guest, ForbiddenError), (OUTSIDE, ForbiddenError)],
    ids=["participant", "stranger", "requester by link", "specialist from outside"],
)
def test_others_add_and_remove_nobody(desk, ticket, by, refusal):
    add(desk, ticket, person=PAUL.id)
    add(desk, ticket, email="third@home.example", name="Third")
    third = desk.tickets.get(ticket.id).participants[1].person
    who = by(ticket) if callable(by) else by
    with pytest.raises(refusal):
        add(desk, ticket, who, email="other@home.example")
    with pytest.raises(refusal):
        participants.remove(desk, wish(ticket, who), third)
    assert names(desk, ticket) == ["Paul", "Third"]
    assert desk.directory.by_email("other@home.example") is None


def test_a_reply_adds_those_in_its_cc_together_with_it(desk, ticket):
    cc = (Invited(person=PAUL.id), Invited(email="new@home.example", name="New"), Invited(email=PAUL.email))
    made = tickets.write(desk, wish(ticket), a_message(cc=cc))
    assert [entry.type for entry in made.entries] == [
        "MessageAdded",
        "StateChanged",
        "ParticipantAdded",
        "ParticipantAdded",
    ]
    assert names(desk, ticket) == ["Paul", "New"]


def test_a_mail_adds_those_whom_there_is_room_for(desk, ticket):
    cc = tuple(Invited(email=f"p{number}@home.example") for number in range(MOST + 3))
    tickets.write(desk, wish(ticket, RITA), a_message(cc=cc, came=Came.MAIL))
    assert names(desk, ticket) == [each.email for each in cc[:MOST]]


def test_a_requester_adds_nobody_by_a_reply(desk, ticket):
    with pytest.raises(ForbiddenError):
        tickets.write(desk, wish(ticket, RITA), a_message(cc=(Invited(person=PAUL.id),)))


def test_what_language_the_requester_writes_in_is_not_told_by_others(desk, ticket):
    ticket = open_ticket(desk, by=RITA, subject="Hm", description="Hm")
    add(desk, ticket, person=PAUL.id)
    words = "Der Drucker raucht schon wieder, und im ganzen Flur riecht es nach verbranntem Papier."
    assert tickets.write(desk, wish(ticket, PAUL), a_message(words)).ticket.text_language is None
    assert tickets.write(desk, wish(ticket, RITA), a_message(words)).ticket.text_language == "de"


# ---- the list of one's requests


def listed(desk, by, **query):
    found = lists.listed(desk, by.as_actor(), Query(**query))
    return [(card.id, lists.takes_part(by.as_actor(), Query(**query), card)) for card in found.items]


def test_who_takes_part_has_it_among_their_own_requests(desk, ticket):
    first = open_ticket(desk, by=PAUL)
    desk.clock.pause(60)
    other = open_ticket(desk, by=RITA)
    add(desk, ticket, person=PAUL.id)
    add(desk, other, person=PAUL.id)
    move = tickets.move(desk, wish(other), "solved").ticket
    assert dict(listed(desk, PAUL)) == {other.id: True, first.id: False, ticket.id: True}
    assert listed(desk, PAUL)[0] == (other.id, True)
    (card,) = [card for card in lists.listed(desk, PAUL.as_actor(), Query()).items if card.id == other.id]
    assert (card.state, card.requester_name) == (move.state, "Rita")
    assert listed(desk, MALLORY) == []
    assert dict(listed(desk, RITA)) == {other.id: False, ticket.id: False}


def test_page_by_page_each_comes_once(desk, ticket):
    for n in range(6):
        desk.clock.pause(1)
        made = open_ticket(desk, by=PAUL if n % 2 else RITA)
        if not n % 2:
            add(desk, made, person=PAUL.id)
    whole = [ticket_id for ticket_id, _ in listed(desk, PAUL)]
    walked, cursor = [], None
    for _ in range(9):
        found = lists.listed(desk, PAUL.as_actor(), Query(cursor=cursor, limit=2))
        walked += [card.id for card in found.items]
        cursor = found.cursor
        if cursor is None:
            break
    assert walked == whole
    assert len(whole) == 6


def test_who_leaves_sees_it_no_more_in_their_list(desk, ticket):
    add(desk, ticket, person=PAUL.id)
    participants.remove(desk, wish(ticket, PAUL), PAUL.id)
    assert listed(desk, PAUL) == []
    add(desk, ticket, person=PAUL.id)
    assert listed(desk, PAUL) == [(ticket.id, True)]


def test_the_list_of_a_requester_that_staff_ask_for_is_of_what_they_asked(desk, ticket):
    add(desk, ticket, person=PAUL.id)
    assert listed(desk, ADA, requester=PAUL.id) == []
    assert listed(desk, ADA, requester=RITA.id) == [(ticket.id, False)]


def test_staff_who_take_part_in_what_is_not_theirs_have_it_among_their_own(desk, ticket):
    add(desk, ticket, person=ADA.id)
    assert listed(desk, ADA, requester="me") == [(ticket.id, True)]
