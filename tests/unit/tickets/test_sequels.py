"""A ticket that is as long as a ticket can be: what is said goes on in another one, and nothing of it is lost."""

from datetime import timedelta

import pytest
from helpdesk.assembly.ticket_page import show
from helpdesk.core.clocks.settings.policies import POLICIES
from helpdesk.core.record import stored_heads
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.fold import fold
from helpdesk.core.record.sequels import Sequel, TicketContinued
from helpdesk.core.record.tickets import MessageAdded, TicketCreated
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish, change
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules.change import FULL, NO_MORE
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import Channel, Role, TicketId, Visibility
from helpdesk.foundation.settings.versions import Versions

from tests.builders.clocks import a_policy
from tests.builders.tickets import a_message, a_note
from tests.lives import begun

AT_ONCE = 100
DYNAMODB = 400_000


def said(by, number):
    event = MessageAdded(visibility=Visibility.PUBLIC, by=by, channel=Channel.PORTAL)
    return Fact(event=event, personal=Personal(body=f"{number}"))


def talk(world, ticket_id, first, count):
    """Question and answer in turn, a hundred in a commit; the tape gets a fact of each."""
    for start in range(first, first + count, AT_ONCE):
        world.desk.clock.advance(timedelta(hours=1))
        numbers = range(start, min(start + AT_ONCE, first + count))
        facts = [said(Role.AGENT if number % 2 else Role.REQUESTER, number) for number in numbers]
        change(world.desk, Wish(ticket_id=ticket_id, by=world.by("agent")), lambda _, facts=facts: facts)


def full_one(facts=FULL):
    world = begun()
    talk(world, world.ticket_id, 0, facts - len(world.desk.tickets.get(world.ticket_id).tape))
    return world


def bodies(desk, ticket_id):
    entries = desk.tickets.entries(ticket_id)
    return [entry.personal.body for entry in entries if isinstance(entry.event, MessageAdded)]


def test_thirty_thousand_messages_are_all_there_and_every_ticket_stays_small():
    world = begun()
    desk, ticket_id, number = world.desk, world.ticket_id, 0
    policy = a_policy({"next_response": {"*": 1}, "periodic_update": {"*": 1}}, calendar="office-berlin@1")
    desk.settings.let(POLICIES, Versions({policy.ref: policy}, [policy.ref]))
    heard = []
    while number < 30_000:
        tape = len(desk.tickets.get(ticket_id).tape)
        room = FULL - tape
        talk(world, ticket_id, number, room)
        number += room
        heard += bodies(desk, ticket_id)
        ticket = desk.tickets.get(ticket_id)
        assert len(stored_heads.encode(ticket)) < DYNAMODB // 4
        page = show(desk, Page(ticket=ticket, entries=(), earlier=None), world.by("agent"))
        assert len(page.model_dump_json()) < 100_000
        assert fold(desk.tickets.entries(ticket_id)) == ticket
        outcome = tickets.write(desk, Wish(ticket_id=ticket_id, by=world.by("agent")), a_message(f"{number}"))
        assert outcome.ticket.sequel == Sequel(follows=ticket_id)
        number, ticket_id = number + 1, outcome.ticket.id
    heard += bodies(desk, ticket_id)
    assert heard == [f"{each}" for each in range(number)]


@pytest.fixture(scope="module")
def full():
    return full_one()


@pytest.mark.parametrize("who", ["requester", "guest", "agent"])
def test_what_anybody_says_goes_on_in_one_and_the_same_ticket(full, who):
    outcome = tickets.write(full.desk, full.call(who), a_message(f"by {who}"))
    before = full.desk.tickets.get(full.ticket_id)
    assert before.sequel == Sequel(followed_by=outcome.ticket.id)
    assert outcome.ticket.sequel == Sequel(follows=full.ticket_id)
    assert bodies(full.desk, outcome.ticket.id)[-1] == f"by {who}"
    for kept in ("subject", "requester", "requester_email", "team", "priority", "category", "organization", "assets"):
        assert getattr(outcome.ticket, kept) == getattr(before, kept)
    told = [entry.event for entry in full.desk.tickets.entries(full.ticket_id)]
    assert [event for event in told if isinstance(event, TicketContinued)] == [
        TicketContinued(ticket=outcome.ticket.id)
    ]


def test_notes_have_room(full):
    assert tickets.write(full.desk, full.call(), a_note()).ticket.id == full.ticket_id


def test_who_may_not_write_opens_nothing(full):
    stranger = full.by("guest")
    wish = Wish(ticket_id=full.ticket_id, by=type(stranger)(id="x", role=Role.GUEST, ticket_id=TicketId("HD-OTHER")))
    with pytest.raises(NotFoundError):
        tickets.write(full.desk, wish, a_message())


def test_a_message_sent_twice_is_said_once():
    world = full_one()
    wish = Wish(ticket_id=world.ticket_id, by=world.by("requester"), once=Once(key="k", payload="p"))
    first, again = (tickets.write(world.desk, wish, a_message("Once")) for _ in range(2))
    assert (again.ticket, [entry.id for entry in again.entries]) == (
        first.ticket,
        [entry.id for entry in first.entries],
    )
    assert bodies(world.desk, first.ticket.id) == ["Once"]


def test_a_crash_before_the_sequel_is_there_loses_nothing(monkeypatch):
    """The full ticket names it already; whoever comes next opens it."""
    world = full_one()
    save = world.desk.tickets.save

    def crashes(made, **how):
        if isinstance(made.entries[0].event, TicketCreated):
            raise RuntimeError("killed")  # noqa: TRY004 - it plays a crash
        return save(made, **how)

    with monkeypatch.context() as patch:
        patch.setattr(world.desk.tickets, "save", crashes)
        with pytest.raises(RuntimeError):
            tickets.write(world.desk, world.call("requester"), a_message())
    named = world.desk.tickets.get(world.ticket_id).sequel.followed_by
    assert tickets.write(world.desk, world.call("requester"), a_message("Again")).ticket.id == named
    assert bodies(world.desk, named) == ["Again"]


def test_of_two_who_open_it_at_once_both_are_heard(monkeypatch):
    world = full_one()
    save = world.desk.tickets.save

    def comes_second(made, **how):
        if isinstance(made.entries[0].event, TicketCreated):
            monkeypatch.undo()
            tickets.write(world.desk, world.call("agent"), a_message("First"))
            raise ConflictError("was written meanwhile")
        return save(made, **how)

    monkeypatch.setattr(world.desk.tickets, "save", comes_second)
    outcome = tickets.write(world.desk, world.call("requester"), a_message("Second"))
    assert bodies(world.desk, outcome.ticket.id) == ["First", "Second"]


def test_a_ticket_that_was_closed_before_it_was_full_is_closed():
    world = full_one()
    for state in ("solved", "closed"):
        tickets.move(world.desk, world.call(), state)
    with pytest.raises(TransitionRefusedError):
        tickets.write(world.desk, world.call("requester"), a_message())


def test_nobody_makes_a_head_grow_for_ever():
    world = full_one(NO_MORE)
    with pytest.raises(TransitionRefusedError):
        tickets.move(world.desk, world.call(), "pending")
    assert len(stored_heads.encode(world.desk.tickets.get(world.ticket_id))) < DYNAMODB // 2


def test_what_is_said_on_one_that_grew_further_without_a_word_goes_on_elsewhere_too():
    world = full_one(NO_MORE)
    outcome = tickets.write(world.desk, world.call("requester"), a_message("At last"))
    assert outcome.ticket.sequel == Sequel(follows=world.ticket_id)


def test_a_ticket_that_names_its_sequel_is_read_once_for_what_is_said_on_it(full, monkeypatch):
    tickets.write(full.desk, full.call(), a_message())
    read, load = [], full.desk.tickets.load
    monkeypatch.setattr(full.desk.tickets, "load", lambda which, once: read.append(which) or load(which, once))
    outcome = tickets.write(full.desk, full.call(), a_message())
    assert read == [full.ticket_id, outcome.ticket.id]
