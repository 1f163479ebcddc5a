"""Blind copies of what staff answer: from the API to the mail, and what comes back of it."""

from typing import Any

import pytest
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.channels.notices.rules.sent import DeadAddress, MailState
from helpdesk.channels.notices.rules.tokens import private_thread, reply_address
from helpdesk.channels.notices.settings import MAIL, MailTerms
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.tickets import MessageAdded, TicketCreated
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Phase, Role, TicketId, Visibility
from msgspec.structs import replace

from tests.builders.mail import GOOD, HELP, a_mail, a_mailbox, delivered, entry_of, moved, ticket_of, with_mailboxes
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

BEA, BEN = "bea@board.example", "ben@board.example"
FORGED = GOOD | {"dmarc": "none", "spf": "fail"}


@pytest.fixture(autouse=True)
def taking_mail(desk: Desk, http: Gateway, ada: Person, ticket: str) -> None:
    """Ada has Rita's ticket."""
    with_mailboxes(desk, a_mailbox())
    assert http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=ada).status == 200


def says(http: Gateway, ticket: str, by: Person, *bcc: dict[str, str], **more: Any) -> Any:
    return http.post(f"/api/tickets/{ticket}/messages", {"body": "Try water.", "bcc": list(bcc)} | more, by=by)


def told(desk: Desk, ticket: str, *types: str) -> list[Any]:
    before = len(desk.notices.mailer.sent)
    for fact in facts_of(desk, ticket, *(types or ("MessageAdded",))):
        invoke("notify_people", fact)
    return list(desk.notices.mailer.sent[before:])


def answers(desk: Desk, ticket: str, copy: str = BEA, sender: str = f"Bea <{BEA}>", **more: Any) -> Any:
    """To the address that a blind copy named for answers."""
    to = reply_address(desk, TicketId(ticket), private_thread(copy))
    arrival = {"recipients": more.pop("recipients", (to,)), "sender": sender.rpartition("<")[2].strip(">")}
    arrival |= {"verdicts": more.pop("verdicts")} if "verdicts" in more else {}
    return delivered(desk, a_mail(more.pop("text", "Give him a new one."), sender, **more), **arrival)


def test_each_is_mailed_once_and_named_to_nobody(http: Gateway, desk: Desk, ada: Person, ticket: str):
    said = says(http, ticket, ada, {"email": "Bea@Board.example"}, {"email": BEN}, {"email": BEA})
    assert said.status == 201, said.text
    assert [entry["data"]["blind"] for entry in said.body["timeline"] if entry["type"] == "MessageAdded"] == [
        [BEA, BEN]
    ]
    mails = told(desk, ticket)
    assert [mail.to for mail in mails] == ["rita@people.example", BEA, BEN]
    to_rita, *copies = mails
    for name in (BEA, BEN):
        assert name not in to_rita.text + to_rita.html + to_rita.subject + to_rita.reply_to
    for copy, other in ((copies[0], BEN), (copies[1], BEA)):
        assert (copy.blind, copy.addressed, copy.cc, copy.automatic) == (True, (), (), False)
        assert copy.reply_to == reply_address(desk, TicketId(ticket), private_thread(copy.to))
        assert "Try water." in copy.text
        assert "blind copy of what Ada" in copy.text
        assert other not in copy.text + copy.html
        assert "/ticket#" not in copy.text + copy.html
    assert told(desk, ticket) == []
    assert desk.tickets.get(TicketId(ticket)).participants == ()
    assert desk.directory.by_email(BEA) is None


def test_what_was_sent_and_what_became_of_it_is_for_staff_alone(
    http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str
):
    says(http, ticket, ada, {"email": BEA})
    told(desk, ticket)
    sent = http.get(f"/api/tickets/{ticket}/mails", by=ada).body["items"]
    assert ("blind_copy", BEA, "sent") in [(mail["letter"], mail["address"], mail["state"]) for mail in sent]
    read = http.get(f"/api/tickets/{ticket}", by=rita)
    assert "Try water." in read.text
    assert "board.example" not in read.text
    assert "blind" not in read.text


def test_who_gets_it_openly_gets_no_blind_copy(http: Gateway, desk: Desk, ada: Person, mallory: Person, ticket: str):
    named = [
        {"email": "RITA@people.example"},
        {"person": "rita"},
        {"person": mallory.id},
        {"email": BEN},
        {"email": BEA},
    ]
    says(http, ticket, ada, *named, cc=[{"email": mallory.email}, {"email": BEN}])
    assert [mail.to for mail in told(desk, ticket) if mail.blind] == [BEA]


@pytest.mark.parametrize(
    ("bcc", "more", "code", "at"),
    [
        ([{"email": "nobody"}], {}, "no_address", "bcc.0.email"),
        ([{}], {}, "whom", "bcc.0"),
        ([{"person": "nobody"}], {}, "no_person", "bcc"),
        ([{"person": "gone"}], {}, "unreachable", "bcc"),
        ([{"email": "gone@people.example"}], {}, "unreachable", "bcc"),
        ([{"email": f"b{n}@board.example"} for n in range(11)], {}, "too_long", "bcc"),
        ([{"email": BEA}], {"visibility": "internal"}, "note_to_nobody", ""),
        ([{"email": BEA}], {"channel": "phone"}, "noted_to_nobody", ""),
    ],
)
def test_who_cannot_get_one_is_named(http: Gateway, desk: Desk, ada: Person, ticket: str, bcc, more, code, at):
    gone = replace(ada, id="gone", email="gone@people.example", active=False)
    desk.directory.put_person(gone)
    reply = says(http, ticket, ada, *bcc, **more)
    assert reply.status == 422, reply.text
    assert code in reply.text
    assert at in reply.text
    assert not [entry for entry in desk.tickets.entries(TicketId(ticket)) if isinstance(entry.event, MessageAdded)]


def test_who_asks_sends_none(http: Gateway, rita: Person, ticket: str):
    assert says(http, ticket, rita, {"email": BEA}).status == 403


def test_no_mail_goes_where_none_arrives_and_staff_read_it(http: Gateway, desk: Desk, ada: Person, ticket: str):
    desk.notices.dead.add(DeadAddress(address=BEA, state=MailState.BOUNCED, why="gone", since=desk.clock.now()))
    says(http, ticket, ada, {"email": BEA}, {"email": BEN})
    assert [mail.to for mail in told(desk, ticket) if mail.blind] == [BEN]
    told(desk, ticket)
    sent = {mail["address"]: mail for mail in http.get(f"/api/tickets/{ticket}/mails", by=ada).body["items"]}
    assert (sent[BEA]["state"], sent[BEA]["why"]) == ("withheld", "undeliverable")
    returned = [entry for entry in desk.tickets.entries(TicketId(ticket)) if entry.type == "MailReturned"]
    assert [(entry.personal.body, entry.event.side, entry.is_public) for entry in returned] == [(BEA, None, False)]


def test_nobody_is_flooded(http: Gateway, desk: Desk, ada: Person, ticket: str):
    desk.settings.let(MAIL, MailTerms(automatic_an_hour=2, automatic_a_day=9, attached_mb=7, quoted=0))  # type: ignore[attr-defined]
    for _ in range(3):
        says(http, ticket, ada, {"email": BEA})
    assert [mail.to for mail in told(desk, ticket) if mail.blind] == [BEA, BEA]
    sent = http.get(f"/api/tickets/{ticket}/mails", by=ada).body["items"]
    assert [mail["why"] for mail in sent if mail["address"] == BEA] == ["", "", "too_many"]


def test_what_is_answered_is_a_note_and_who_works_there_hears_of_it(
    http: Gateway, desk: Desk, ada: Person, rita: Person, ticket: str
):
    says(http, ticket, ada, {"email": BEA}, state="solved")
    before = desk.tickets.get(TicketId(ticket))
    outcome, taken = answers(desk, ticket, files=(("price.txt", b"40"),), Cc="eve@board.example")
    assert (outcome, taken.ticket) == (Outcome.MESSAGE, ticket)
    entry, after = entry_of(desk, taken), ticket_of(desk, taken)
    assert (entry.event.visibility, entry.event.by, entry.personal.author) == (Visibility.INTERNAL, Role.GUEST, "Bea")
    assert [file.name for file in entry.event.attachments] == ["price.txt"]
    assert (after.phase, after.participants, after.tape) == (Phase.SOLVED, (), before.tape)
    assert "new one" not in http.get(f"/api/tickets/{ticket}", by=rita).text
    mail = told(desk, ticket)[-1]
    assert (mail.to, mail.reply_to) == (ada.email, reply_address(desk, TicketId(ticket), private_thread(ada.email)))
    outcome, back = answers(desk, ticket, copy=ada.email, sender=f"Ada <{ada.email}>", text="I do.")
    note = entry_of(desk, back)
    assert (outcome, note.event.visibility, note.actor.id) == (Outcome.MESSAGE, Visibility.INTERNAL, ada.id)
    assert [each.to for each in told(desk, ticket)] == []


@pytest.mark.parametrize("named", ["address", "our id", "references"])
def test_it_is_a_note_by_whatever_leads_there(http: Gateway, desk: Desk, ada: Person, ticket: str, named: str):
    says(http, ticket, ada, {"email": BEA})
    copy = told(desk, ticket)[-1]
    ours = f"<mail-{len(desk.notices.mailer.sent)}@eu-central-1.amazonses.com>"
    more = {
        "address": {},
        "our id": {"recipients": (HELP,), "In_Reply_To": ours},
        "references": {"recipients": (HELP,), "References": copy.references},
    }[named]
    outcome, taken = answers(desk, ticket, **more)
    assert (outcome, taken.ticket) == (Outcome.MESSAGE, ticket)
    assert entry_of(desk, taken).event.visibility is Visibility.INTERNAL


@pytest.mark.parametrize("sender", ["Eve <eve@example.net>", "Rita <rita@people.example>", "Ada <ada@people.example>"])
def test_to_whom_it_was_passed_on_begins_a_ticket_that_names_this_one(
    http: Gateway, desk: Desk, ada: Person, ticket: str, sender: str
):
    says(http, ticket, ada, {"email": BEA})
    outcome, taken = answers(desk, ticket, sender=sender)
    assert outcome is Outcome.MESSAGE
    assert taken.ticket != ticket
    assert isinstance(entry_of(desk, taken).event, TicketCreated)
    assert ticket_of(desk, taken).mailed.related == ticket


def test_without_proof_nobody_notes_anything_as_staff(http: Gateway, desk: Desk, ada: Person, ticket: str):
    outcome, taken = answers(desk, ticket, copy=ada.email, sender=f"Ada <{ada.email}>", verdicts=FORGED)
    assert outcome is Outcome.MESSAGE
    assert entry_of(desk, taken).actor.role is Role.GUEST


def test_a_machine_that_answers_is_heard_and_nobody_told(http: Gateway, desk: Desk, ada: Person, ticket: str):
    says(http, ticket, ada, {"email": BEA})
    told(desk, ticket)
    outcome, taken = answers(desk, ticket, Auto_Submitted="auto-replied")
    assert outcome is Outcome.MESSAGE
    assert entry_of(desk, taken).event.automatic
    assert told(desk, ticket) == []


def test_what_is_closed_stays_so(http: Gateway, desk: Desk, ada: Person, ticket: str):
    says(http, ticket, ada, {"email": BEA})
    moved(desk, TicketId(ticket), "closed")
    _, taken = answers(desk, ticket)
    assert (taken.ticket, ticket_of(desk, taken).phase) == (ticket, Phase.CLOSED)
