"""Whom a mail brings along: who else it went to takes part in its ticket, and who is not in it is a stranger."""

import pytest
from helpdesk.capabilities.participants.actions import remove as leave
from helpdesk.channels.mail.actions import writing
from helpdesk.channels.mail.actions.receiving import receive
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.participants import Came, Circle
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.rules.taking_part import MOST
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import NotFoundError
from msgspec.structs import replace

from tests.builders.mail import HELP, a_mail, came, delivered, entry_of, opened, reply, ticket_of, with_mailboxes


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk) -> None:
    with_mailboxes(desk)


def in_it(desk, ticket):
    """Who takes part in a ticket, by address, and which way they came."""
    return [(each.email, each.came) for each in desk.tickets.get(ticket).participants]


def test_whom_a_mail_went_to_beside_us_takes_part_at_once(desk):
    to = f"{HELP}, Jim <jim@example.org>, rita@example.org"
    first = opened(desk, To=to, Cc="help+x@desk.example, MAILER-DAEMON@mx.example, BOB@example.org, bob@example.org")
    assert in_it(desk, first.ticket) == [("jim@example.org", Came.MAIL), ("bob@example.org", Came.MAIL)]
    reply(desk, first, Cc="Jim <jim@example.org>, Zoe <zoe@example.org>")
    assert [address for address, _ in in_it(desk, first.ticket)][2:] == ["zoe@example.org"]
    people = desk.tickets.get(first.ticket).participants
    assert [each.name for each in people] == ["Jim", "bob@example.org", "Zoe"]


def test_of_a_mail_to_many_the_first_take_part(desk):
    first = opened(desk, Cc=", ".join(f"p{number}@example.org" for number in range(12)))
    assert [address for address, _ in in_it(desk, first.ticket)] == [f"p{number}@example.org" for number in range(10)]


def test_a_machine_brings_nobody_along_and_a_note_neither(desk, ada):
    first = opened(desk, Cc="bob@example.org", Auto_Submitted="auto-generated")
    reply(desk, first, Cc="bob@example.org", Auto_Submitted="auto-replied")
    reply(desk, first, sender=f"Ada <{ada.email}>", text="#note\nHm.", Cc="bob@example.org")
    assert in_it(desk, first.ticket) == []
    reply(desk, first, sender=f"Ada <{ada.email}>", text="Try water.", Cc="bob@example.org")
    assert in_it(desk, first.ticket) == [("bob@example.org", Came.MAIL)]


def test_who_writes_in_the_name_of_another_brings_nobody_along(desk):
    first = opened(desk)
    raw = a_mail("Keep Eve posted.", Cc="eve@example.net", In_Reply_To=f"<{first.message_id}>")
    _, taken = delivered(desk, raw, verdicts={"dmarc": "gray", "spf": "fail"})
    assert (taken.ticket, in_it(desk, first.ticket)) == (first.ticket, [])


def test_who_takes_part_no_longer_is_a_stranger(desk, ada):
    first = opened(desk, Cc="Bob <bob@example.org>")
    bob = desk.directory.by_email("bob@example.org")
    leave(desk, Wish(ticket_id=first.ticket, by=ada.as_actor()), bob.id)
    outcome, taken = reply(desk, first, sender="Bob <bob@example.org>", text="Still here.")
    assert (outcome, desk.tickets.get(taken.ticket).mailed.related) == (Outcome.MESSAGE, first.ticket)
    assert in_it(desk, first.ticket) == []


def test_who_is_taken_out_while_their_mail_is_read_is_a_stranger_when_it_is_told_again(desk, ada, monkeypatch):
    first = opened(desk, Cc="Bob <bob@example.org>")
    bob = desk.directory.by_email("bob@example.org")
    arrival = came(desk, a_mail("I saw it, too.", sender=bob.email, In_Reply_To=f"<{first.message_id}>"))
    found = writing.place

    def placed_and_taken_out(*circumstances):
        at = found(*circumstances)
        leave(desk, Wish(ticket_id=first.ticket, by=ada.as_actor()), bob.id)
        return at

    monkeypatch.setattr(writing, "place", placed_and_taken_out)
    with pytest.raises(NotFoundError):
        receive(desk, arrival)
    assert desk.mail.register.get(arrival.id) is None
    assert receive(desk, arrival) is Outcome.MESSAGE
    taken = desk.mail.register.get(arrival.id)
    assert (ticket_of(desk, taken).mailed.related, entry_of(desk, taken).personal.body) == (
        first.ticket, "I saw it, too.",
    )  # fmt: skip


def test_who_cannot_take_part_loses_no_word(desk):
    gone = Person(id="gone", name="Gone", email="gone@example.org", active=False)
    desk.directory.put_person(gone)
    first = opened(desk, Cc="gone@example.org, bob@example.org")
    head = desk.tickets.get(first.ticket)
    assert in_it(desk, first.ticket) == [("bob@example.org", Came.MAIL)]
    others = [replace(head.participants[0], person=f"p{number}") for number in range(MOST)]
    desk.tickets.put_head(replace(head, circle=Circle(people=tuple(others))))
    _, full = reply(desk, first, Cc="late@example.org")
    assert (full.ticket, len(in_it(desk, first.ticket))) == (first.ticket, MOST)
    for address in ("gone@example.org", "late@example.org"):
        outcome, taken = reply(desk, first, sender=address, text="And I?")
        assert (outcome, desk.tickets.get(taken.ticket).mailed.related) == (Outcome.MESSAGE, first.ticket)
