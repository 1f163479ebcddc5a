"""Somebody answers for those on a side: by another address of the same domain, and by nothing else."""

import pytest
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.channels.notices.rules.tokens import reply_address, thread_address
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.sides import Side, SideMessageReceived
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import TicketId

from tests.builders.mail import GOOD, HELP, a_mail, delivered, entry_of, ticket_of
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

BOB = "Bob <bob@vendor.example>"


def answers(desk, ticket, sender=BOB, recipients=None, **more):
    """In the thread of the side, unless it is sent elsewhere."""
    to = recipients or (reply_address(desk, TicketId(ticket), "s1"),)
    arrival = {name: more.pop(name) for name in ("verdicts",) if name in more}
    address = sender.rpartition("<")[2].rstrip(">")
    raw = a_mail("Vera is away. It is 40 euros.", sender, subject="Re: Spare part", **more)
    return delivered(desk, raw, recipients=to, sender=address, **arrival)


@pytest.mark.parametrize("way", ["address", "references"])
def test_a_colleague_answers_in_their_own_name_and_is_written_to_from_then_on(
    http: Gateway, desk: Desk, ada: Person, side: Side, ticket: str, way: str
):
    token = {"References": f"<{thread_address(desk, TicketId(ticket), 's1')}>", "recipients": (HELP,)}
    outcome, taken = answers(desk, ticket, **(token if way == "references" else {}))
    assert (outcome, taken.ticket) == (Outcome.MESSAGE, ticket)
    entry = entry_of(desk, taken)
    assert (type(entry.event), entry.personal.author) == (SideMessageReceived, "Bob")
    postal = entry.personal.postal
    assert (postal.sender, postal.cc) == ("bob@vendor.example", ("bob@vendor.example",))
    assert desk.tickets.get(TicketId(ticket)).sides[0].cc == ("parts@vendor.example", "bob@vendor.example")
    http.post(f"/api/tickets/{ticket}/sides/s1/messages", {"body": "We take it."}, by=ada)
    before = len(desk.notices.mailer.sent)
    for fact in facts_of(desk, ticket, "SideMessageSent")[-1:]:
        invoke("notify_people", fact)
    assert [mail.to for mail in desk.notices.mailer.sent[before:]] == [
        "vera@vendor.example",
        "parts@vendor.example",
        "bob@vendor.example",
    ]


def test_a_machine_of_theirs_is_heard_and_never_written_to(desk: Desk, side: Side, ticket: str):
    _, taken = answers(desk, ticket, "noreply@vendor.example", Auto_Submitted="auto-replied")
    assert entry_of(desk, taken).event.automatic is True
    assert desk.tickets.get(TicketId(ticket)).sides[0].cc == ("parts@vendor.example",)


STRANGERS = {
    "of another domain, with the token": {"sender": "Bob <bob@other.example>"},
    "of a domain below": {"sender": "Bob <bob@mail.vendor.example>"},
    "of a domain that ends alike": {"sender": "Bob <bob@evilvendor.example>"},
    "without proof": {"verdicts": GOOD | {"dmarc": "none", "spf": "fail"}},
    "of several": {"sender": "Bob <bob@vendor.example>, Eve <eve@other.example>"},
    "of the domain, but in no thread": {"recipients": (HELP,)},
}


@pytest.mark.parametrize("mail", STRANGERS.values(), ids=STRANGERS)
def test_others_begin_a_ticket(desk: Desk, side: Side, ticket: str, mail: dict):
    outcome, taken = answers(desk, ticket, **mail)
    assert (outcome, type(entry_of(desk, taken).event)) == (Outcome.MESSAGE, TicketCreated)
    assert taken.ticket != ticket
    assert ticket_of(desk, taken).mailed.related == (None if mail.get("recipients") else ticket)
    assert desk.tickets.get(TicketId(ticket)).sides[0].messages == 1


@pytest.mark.parametrize(
    ("on_it", "sender"),
    [("vera@gmail.com", "Bob <bob@gmail.com>"), ("print@people.example", "Rob <rob@people.example>")],
    ids=["where everybody has an address", "where who asks has theirs"],
)
def test_a_domain_that_says_nothing_opens_nothing(
    http: Gateway, desk: Desk, ada: Person, side: Side, ticket: str, on_it: str, sender: str
):
    http.post(f"/api/tickets/{ticket}/sides/s1/messages", {"body": "And you?", "to": [on_it]}, by=ada)
    _, taken = answers(desk, ticket, sender)
    assert taken.ticket != ticket
    _, taken = answers(desk, ticket, f"On <{on_it}>")
    assert taken.ticket == ticket
