"""Asking again: a request repeated under its key, or by many at once, is done once and answered alike."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from helpdesk.channels.intake.actions import form, opening
from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.rules.refusals import StaleError
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.foundation.kernel.errors import ConflictError, KeyReusedError
from msgspec.structs import replace

from tests.builders.directory import an_agent
from tests.builders.intake import a_draft, open_ticket
from tests.builders.platform import a_key
from tests.builders.staffing import staff
from tests.builders.tickets import a_guest, a_message, a_note

RITA = Sender(email="rita@people.example", name="Rita")


def all_tickets(desk):
    return list(desk.tickets.ids())


def messages(desk, ticket):
    return [entry.personal.body for entry in desk.tickets.entries(ticket.id) if isinstance(entry.event, MessageAdded)]


def create(desk, key="key", payload="payload", **draft):
    return opening.open_ticket(desk, a_draft(**draft), RITA, None, a_key(key, payload))


def at_once(times, act):
    with ThreadPoolExecutor(times) as workers:
        return list(workers.map(lambda _: act(), range(times)))


def test_twenty_creates_at_once_under_one_key_make_one_ticket(desk):
    outcomes = at_once(20, lambda: create(desk))
    assert all_tickets(desk) == [outcomes[0].ticket.id]
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_newcomers_at_once_with_one_address_are_one_person(desk):
    numbers = iter(range(20))
    outcomes = at_once(5, lambda: create(desk, key=f"key-{next(numbers)}"))
    assert len(all_tickets(desk)) == 5
    assert len({outcome.ticket.requester for outcome in outcomes}) == 1


def test_one_form_sent_by_many_clicks_makes_one_ticket(memory_desk):
    desk = memory_desk
    token = form.issue_form(desk)
    desk.clock.advance(timedelta(seconds=5))
    at_once(10, lambda: form.open_by_form(desk, token, a_draft(), RITA, "192.0.2.1", a_key("")))
    assert len(all_tickets(desk)) == 1


def test_a_create_asked_again_gets_its_first_answer(desk):
    first = create(desk)
    assert create(desk) == first


def test_a_create_asked_again_gets_its_first_answer_though_the_ticket_moved_on(desk):
    first = create(desk)
    tickets.write(desk, Wish(ticket_id=first.ticket.id, by=an_agent().as_actor()), a_message(state="solved"))
    assert create(desk) == first


def test_another_payload_under_the_same_key_is_refused(desk):
    create(desk)
    with pytest.raises(KeyReusedError):
        create(desk, payload="other")
    assert len(all_tickets(desk)) == 1


def test_another_key_makes_another_ticket(desk):
    create(desk)
    create(desk, key="other")
    assert len(all_tickets(desk)) == 2


def test_an_id_that_is_taken_is_not_given_again(desk):
    taken = create(desk).ticket
    ids = iter([taken.id, taken.id, "HD-8FREE000"])
    second = create(replace(desk, new_ticket_id=lambda: next(ids)), key="second")
    assert (second.ticket.id, desk.tickets.get(taken.id)) == ("HD-8FREE000", taken)


@pytest.fixture
def ticket(desk):
    staff(desk, an_agent())
    return open_ticket(desk)


def call(ticket, key=None, by=None, payload="payload", **more):
    once = a_key(key, payload) if key else None
    return Wish(ticket_id=ticket.id, by=by or an_agent().as_actor(), once=once, **more)


def test_a_reply_asked_again_is_written_once(desk, ticket):
    first = tickets.write(desk, call(ticket, "reply"), a_message("Once"))
    again = tickets.write(desk, call(ticket, "reply"), a_message("Once"))
    assert (again, messages(desk, ticket)) == (first, ["Once"])


def test_a_reply_asked_again_is_answered_though_it_would_be_refused_now(desk, ticket):
    first = tickets.write(desk, call(ticket, "reply"), a_message(state="solved"))
    tickets.move(desk, call(ticket), "closed", "")
    assert tickets.write(desk, call(ticket, "reply"), a_message(state="solved")) == first


def test_replies_at_once_under_one_key_are_one(desk, ticket):
    outcomes = at_once(6, lambda: tickets.write(desk, call(ticket, "reply"), a_message("Once")))
    assert (len({outcome.ticket.version for outcome in outcomes}), messages(desk, ticket)) == (1, ["Once"])


def test_replies_at_once_are_all_kept(desk, ticket):
    numbers = iter("1234")
    at_once(4, lambda: tickets.write(desk, call(ticket), a_note(next(numbers))))
    assert sorted(messages(desk, ticket)) == ["1", "2", "3", "4"]


def test_another_reply_under_the_same_key_is_refused(desk, ticket):
    tickets.write(desk, call(ticket, "reply"), a_message("One"))
    with pytest.raises(KeyReusedError):
        tickets.write(desk, call(ticket, "reply", payload="other"), a_message("Other"))
    assert messages(desk, ticket) == ["One"]


@pytest.mark.parametrize("key", ["solve", None])
def test_solving_what_is_solved_is_not_refused(desk, ticket, key):
    first = tickets.move(desk, call(ticket, key), "solved", "")
    again = tickets.move(desk, call(ticket, key), "solved", "")
    assert again.ticket == first.ticket


def test_a_request_that_changes_nothing_is_answered_the_same_later(desk, ticket):
    tickets.move(desk, call(ticket), "solved", "")
    first = tickets.move(desk, call(ticket, "solve again"), "solved", "")
    tickets.move(desk, call(ticket), "open", "")
    assert tickets.move(desk, call(ticket, "solve again"), "solved", "") == first


def test_an_old_revision_is_refused_and_nothing_is_lost(desk, ticket):
    newer = tickets.write(desk, call(ticket), a_message("Newer")).ticket
    with pytest.raises(StaleError):
        tickets.update(desk, call(ticket, revision=ticket.revision), {"subject": "Older"})
    assert desk.tickets.get(ticket.id) == newer


def test_the_current_revision_is_accepted(desk, ticket):
    changed = tickets.update(desk, call(ticket, revision=ticket.revision), {"subject": "New"}).ticket
    assert changed.subject == "New"


def test_a_known_key_answers_before_the_revision_is_looked_at(desk, ticket):
    first = tickets.update(desk, call(ticket, "patch", revision=ticket.revision), {"subject": "New"})
    again = tickets.update(desk, call(ticket, "patch", revision=ticket.revision), {"subject": "New"})
    assert again == first


def test_of_two_changes_on_one_revision_one_is_refused(desk, ticket):
    def change():
        try:
            return tickets.update(desk, call(ticket, revision=ticket.revision), {"subject": "New"})
        except (StaleError, ConflictError):
            return None

    assert at_once(4, change).count(None) == 3


def test_a_guest_writes_by_their_key_too(desk, ticket):
    guest = a_guest(ticket)
    reply = Message(body="It still smokes.", visibility="public", channel="portal")
    for _ in range(2):
        tickets.write(desk, replace(call(ticket, "guest"), by=guest), reply)
    assert messages(desk, ticket) == ["It still smokes."]
