"""Mail of a side: it goes to people outside once each, and what they answer comes back there and nowhere else."""

from typing import Any

import pytest
from helpdesk.channels.mail.actions.receiving import receive
from helpdesk.channels.mail.rules.register import Outcome, Reason
from helpdesk.channels.notices.rules.news import TAG, tag_of
from helpdesk.channels.notices.rules.sent import DeadAddress, MailState
from helpdesk.channels.notices.rules.tokens import reply_address, thread_address
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.sides import Side, SideMessageReceived, SideMessageSent
from helpdesk.core.record.tickets import MessageAdded, TicketCreated
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Phase, TicketId, Visibility

from tests.builders.mail import GOOD, HELP, a_mail, came, delivered, entry_of, ticket_of
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

VERA = "Vera <vera@vendor.example>"
FORGED = GOOD | {"dmarc": "none", "spf": "fail"}


def told(desk: Desk, ticket: str, *types: str) -> list[Any]:
    before = len(desk.notices.mailer.sent)
    for fact in facts_of(desk, ticket, *types):
        invoke("notify_people", fact)
    return list(desk.notices.mailer.sent[before:])


def now(desk: Desk, ticket: str) -> Side:
    return desk.tickets.get(TicketId(ticket)).sides[0]


def answers(desk: Desk, ticket: str, text: str = "SECRET 40 euros.", sender: str = VERA, **more: Any) -> Any:
    """To the address that our mail named for answers."""
    arrival = {"recipients": (reply_address(desk, TicketId(ticket), "s1"),), "sender": "vera@vendor.example"}
    envelope = {name: more.pop(name) for name in ("recipients", "verdicts", "sender_") if name in more}
    return delivered(desk, a_mail(text, sender, **{"subject": "Re: Spare part"} | more), **arrival | envelope)


def test_each_is_mailed_once_with_a_way_back_to_the_side_alone(desk: Desk, side: Side, ticket: str):
    one, other = told(desk, ticket, "SideMessageSent")
    assert [one.to, other.to] == ["vera@vendor.example", "parts@vendor.example"]
    for mail in (one, other):
        assert (mail.addressed, mail.cc) == (("vera@vendor.example",), ("parts@vendor.example",))
        assert (mail.subject, mail.automatic) == ("Spare part", False)
        assert mail.reply_to == reply_address(desk, TicketId(ticket), "s1")
        assert mail.references == f"<{thread_address(desk, TicketId(ticket), 's1')}>"
        assert "SECRET price?" in mail.text
        assert f"Ref. {ticket}" in mail.text
        for words in ("printer", "smokes", "Rita", "/ticket#"):
            assert words not in mail.text + mail.html + mail.subject
    assert told(desk, ticket, "SideMessageSent") == []


def test_requester_and_those_who_take_part_are_mailed_nothing_of_it(
    http: Gateway, desk: Desk, ada: Person, mallory: Person, side: Side, ticket: str
):
    http.post(f"/api/tickets/{ticket}/participants", {"person": mallory.id}, by=ada)
    answers(desk, ticket)
    http.post(f"/api/tickets/{ticket}/messages", {"body": "It comes."}, by=ada)
    sent = told(desk, ticket, *{entry.type for entry in desk.tickets.entries(TicketId(ticket))})
    outward = [mail for mail in sent if mail.to in {"rita@people.example", mallory.email}]
    assert outward
    assert not [mail for mail in outward if "SECRET" in mail.text + mail.html + mail.subject]


def test_files_go_along_and_pictures_stand_in_the_page(http: Gateway, desk: Desk, ada: Person, side: Side, ticket: str):
    upload, gone = (http.post("/api/uploads", {"name": "a", "size": 8}, by=ada).body["id"] for _ in range(2))
    body = {
        "body": "See",
        "html": f'<p>See <img src="cid:{upload}"> <img src="cid:{gone}"></p>',
        "attachments": [{"id": upload, "name": "a.png"}, {"id": gone, "name": "b.png"}],
    }
    http.post(f"/api/tickets/{ticket}/sides/s1/messages", body, by=ada)
    desk.attachments.incoming[f"ada-{upload}"] = b"\x89PNG\r\n\x1a\n"
    desk.attachments.keep(f"ada-{upload}")
    mail = told(desk, ticket, "SideMessageSent")[-1]
    assert [(file.name, file.type) for file in mail.files] == [("a.png", "image/png")]
    assert f"cid:ada-{upload}" in mail.html
    assert "[b.png]" in mail.html
    assert "Could not be attached: b.png" in mail.text


@pytest.mark.parametrize("way", ["token in address", "token in references", "id of ours", "id of theirs"])
def test_an_answer_stands_on_the_side_by_whatever_leads_there(desk: Desk, side: Side, ticket: str, way: str):
    told(desk, ticket, "SideMessageSent")
    answers(desk, ticket, "First", message_id="<theirs@vendor.example>")
    headers = {
        "token in address": {},
        "token in references": {"References": f"<{thread_address(desk, TicketId(ticket), 's1')}>"},
        "id of ours": {"In_Reply_To": "<mail-1@eu-central-1.amazonses.com>"},
        "id of theirs": {"In_Reply_To": "<theirs@vendor.example>"},
    }[way]
    to = {} if way == "token in address" else {"recipients": (HELP,)}
    outcome, taken = answers(desk, ticket, subject="Other words", **headers, **to)
    assert (outcome, taken.ticket) == (Outcome.MESSAGE, ticket)
    entry = entry_of(desk, taken)
    assert isinstance(entry.event, SideMessageReceived)
    assert (entry.is_public, entry.event.side, entry.event.automatic) == (False, "s1", False)
    assert (entry.personal.body, entry.personal.author) == ("SECRET 40 euros.", "Vera")
    assert desk.tickets.get(TicketId(ticket)).revision == 5  # news, as what other people write is
    assert (now(desk, ticket).answer, now(desk, ticket).messages) == (entry.id, 3)


def test_the_same_mail_makes_one_message(desk: Desk, side: Side, ticket: str):
    raw = a_mail("40", VERA, message_id="<once@vendor.example>")
    to = {"recipients": (reply_address(desk, TicketId(ticket), "s1"),)}
    arrival = came(desk, raw, **to)
    assert [receive(desk, arrival), receive(desk, arrival)] == [Outcome.MESSAGE, Outcome.MESSAGE]
    assert delivered(desk, raw, **to)[0] is Outcome.DUPLICATE
    assert now(desk, ticket).messages == 2


def test_who_works_on_it_is_told_and_answers_to_the_side(desk: Desk, side: Side, ticket: str):
    answers(desk, ticket)
    (mail,) = told(desk, ticket, "SideMessageReceived")
    assert (mail.to, mail.reply_to) == ("ada@people.example", reply_address(desk, TicketId(ticket), "s1"))
    assert "SECRET 40 euros." in mail.text
    outcome, taken = answers(desk, ticket, "We take it.", "Ada <ada@people.example>", References=mail.references)
    assert outcome is Outcome.MESSAGE
    entry = entry_of(desk, taken)
    assert isinstance(entry.event, SideMessageSent)
    assert (entry.is_public, entry.personal.postal.to) == (False, ("vera@vendor.example",))
    assert [mail.to for mail in told(desk, ticket, "SideMessageSent")][-2:] == [
        "vera@vendor.example",
        "parts@vendor.example",
    ]


def test_a_note_by_mail_stays_in_the_house(desk: Desk, side: Side, ticket: str):
    _, taken = answers(desk, ticket, "#note\nToo dear", "Ada <ada@people.example>")
    event = entry_of(desk, taken).event
    assert isinstance(event, MessageAdded)
    assert event.visibility is Visibility.INTERNAL
    assert now(desk, ticket).messages == 1


@pytest.mark.parametrize(
    ("sender", "verdicts"),
    [
        ("Eve <eve@example.net>", GOOD),
        ("Rita <rita@people.example>", GOOD),
        ("Ada <ada@people.example>", FORGED),
    ],
    ids=["a stranger", "its requester", "staff without proof"],
)
@pytest.mark.parametrize("way", ["address", "references"])
def test_who_is_not_on_it_begins_a_ticket_that_names_the_other(
    desk: Desk, side: Side, ticket: str, sender: str, verdicts: dict[str, str], way: str
):
    """A token that was passed on opens nothing."""
    token = {"References": f"<{thread_address(desk, TicketId(ticket), 's1')}>", "recipients": (HELP,)}
    before = len(desk.tickets.entries(TicketId(ticket)))
    outcome, taken = answers(
        desk, ticket, "Let me in.", sender, verdicts=verdicts, **(token if way == "references" else {})
    )
    assert outcome is Outcome.MESSAGE
    assert taken.ticket != ticket
    assert ticket_of(desk, taken).mailed.related == ticket
    assert isinstance(entry_of(desk, taken).event, TicketCreated)
    assert len(desk.tickets.entries(TicketId(ticket))) == before


def test_a_side_is_meant_even_beside_the_token_of_the_ticket(desk: Desk, side: Side, ticket: str):
    both = (reply_address(desk, TicketId(ticket)), reply_address(desk, TicketId(ticket), "s1"))
    _, taken = answers(desk, ticket, recipients=both)
    assert isinstance(entry_of(desk, taken).event, SideMessageReceived)


@pytest.mark.parametrize("writer", ["a person", "a machine"])
def test_the_answer_of_who_is_waited_for_ends_the_wait_and_that_of_a_machine_does_not(
    http: Gateway, desk: Desk, ada: Person, side: Side, ticket: str, writer: str
):
    path = f"/api/tickets/{ticket}"
    http.post(f"{path}/messages", {"body": "I look"}, by=ada)
    wanted = {"body": "Well?", "state": "on_hold", "vendor": "acme"}
    assert http.post(f"{path}/sides/s1/messages", wanted, by=ada).status == 201
    over = writer == "a person"
    _, taken = answers(desk, ticket, **({} if over else {"Auto_Submitted": "auto-replied"}))
    head = desk.tickets.get(TicketId(ticket))
    assert (head.phase, head.vendor) == ((Phase.OPEN, None) if over else (Phase.ON_HOLD, "acme"))
    assert entry_of(desk, taken).event.automatic is not over
    # What follows from it is public, and says nothing of who wrote.
    version = entry_of(desk, taken).version
    moved = [entry for entry in desk.tickets.commit(TicketId(ticket), version) if entry.is_public]
    assert [(entry.actor.id, entry.personal) for entry in moved] == ([("system:mail", None)] if over else [])
    assert [mail.to for mail in told(desk, ticket, "SideMessageReceived")] == (["ada@people.example"] if over else [])
    assert now(desk, ticket).messages == 3


def test_the_answer_of_another_ends_no_wait(http: Gateway, desk: Desk, ada: Person, side: Side, ticket: str):
    path = f"/api/tickets/{ticket}"
    other = {"subject": "Van", "to": ["van@carrier.example"], "body": "When?", "state": "on_hold", "vendor": "carrier"}
    http.post(f"{path}/messages", {"body": "I look"}, by=ada)
    assert http.post(f"{path}/sides", other, by=ada).status == 201
    answers(desk, ticket)
    assert desk.tickets.get(TicketId(ticket)).vendor == "carrier"


@pytest.mark.parametrize("state", ["solved", "closed"])
def test_what_comes_late_is_not_lost_and_takes_up_nothing(
    http: Gateway, desk: Desk, ada: Person, side: Side, ticket: str, state: str
):
    path = f"/api/tickets/{ticket}"
    for each in ("solved", "closed")[: ("solved", "closed").index(state) + 1]:
        assert http.post(f"{path}/transitions", {"state": each}, by=ada).status == 200
    http.patch(f"{path}/sides/s1", {"open": False}, by=ada)
    outcome, _ = answers(desk, ticket)
    assert outcome is Outcome.MESSAGE
    assert now(desk, ticket).open is True
    assert desk.tickets.get(TicketId(ticket)).state == state


def test_whom_they_bring_along_is_on_it_but_nobody_of_the_ticket(desk: Desk, side: Side, ticket: str):
    answers(desk, ticket, Cc="Paul <paul@vendor.example>, rita@people.example, help@desk.example")
    assert now(desk, ticket).cc == ("parts@vendor.example", "paul@vendor.example")
    _, taken = answers(desk, ticket, "Me too", "Paul <paul@vendor.example>")
    assert isinstance(entry_of(desk, taken).event, SideMessageReceived)
    answers(desk, ticket, "Not proven", Cc="eve@vendor.example", verdicts=FORGED)
    assert "eve@vendor.example" not in now(desk, ticket).cc


@pytest.mark.parametrize("lost", ["before", "after"])
def test_a_fault_while_it_is_written_loses_no_answer_and_doubles_none(
    desk: Desk, side: Side, ticket: str, lost: str, monkeypatch: pytest.MonkeyPatch
):
    save = desk.tickets.save

    def fails(*args: Any, **more: Any) -> None:
        if lost == "after":
            save(*args, **more)
        raise RuntimeError("The network is gone.")

    arrival = came(desk, a_mail("40", VERA), recipients=(reply_address(desk, TicketId(ticket), "s1"),))
    with monkeypatch.context() as broken:
        broken.setattr(desk.tickets, "save", fails)
        with pytest.raises(RuntimeError):
            receive(desk, arrival)
    assert receive(desk, arrival) is Outcome.MESSAGE
    assert now(desk, ticket).messages == 2


def test_a_machine_in_the_name_of_staff_says_nothing(desk: Desk, side: Side, ticket: str):
    outcome, taken = answers(desk, ticket, "Away", "Ada <ada@people.example>", Auto_Submitted="auto-replied")
    assert (outcome, taken.reason, taken.ticket) == (Outcome.IGNORED, Reason.MACHINE, ticket)


def bounced(desk: Desk) -> None:
    mail = desk.notices.mailer.sent[0]
    tags = {TAG: [tag_of(mail.ticket, mail.key)], "ses:configuration-set": ["helpdesk"]}
    bounce = {"bounceType": "Permanent", "bouncedRecipients": [{"emailAddress": mail.to}]}
    detail = {"eventType": "Bounce", "mail": {"messageId": "mail-1", "tags": tags}, "bounce": bounce}
    invoke("track_mail", {"source": "aws.ses", "time": "2026-03-02T11:00:00Z", "detail": detail})


def test_what_comes_back_is_marked_and_told_once(http: Gateway, desk: Desk, ada: Person, side: Side, ticket: str):
    told(desk, ticket, "SideMessageSent")
    bounced(desk)
    bounced(desk)
    assert now(desk, ticket).returned == ("vera@vendor.example",)
    (mail,) = told(desk, ticket, "MailReturned")
    assert mail.to == "ada@people.example"
    assert "vera@vendor.example" in mail.text
    letters = http.get(f"/api/tickets/{ticket}/mails", by=ada).body["items"]
    states = {each["address"]: each["state"] for each in letters if each["letter"] == "side_message"}
    assert states == {"vera@vendor.example": "bounced", "parts@vendor.example": "sent"}


@pytest.mark.parametrize("why", ["dead", "refused"])
def test_an_address_that_cannot_be_written_to_is_marked_and_keeps_it_from_no_other(
    desk: Desk, side: Side, ticket: str, why: str, monkeypatch: pytest.MonkeyPatch
):
    if why == "dead":
        dead = DeadAddress(address="vera@vendor.example", state=MailState.BOUNCED, why="", since=desk.clock.now())
        desk.notices.dead.add(dead)
    else:
        refusing(desk, "vera@vendor.example", monkeypatch)
    assert [mail.to for mail in told(desk, ticket, "SideMessageSent")] == ["parts@vendor.example"]
    assert now(desk, ticket).returned == ("vera@vendor.example",)
    assert told(desk, ticket, "SideMessageSent") == []
    assert len([entry for entry in desk.tickets.entries(TicketId(ticket)) if entry.type == "MailReturned"]) == 1


def refusing(desk: Desk, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from helpdesk.channels.notices.rules.telling import MailRefusedError  # noqa: PLC0415

    send = desk.notices.mailer.send

    def sends(mail: Any) -> str:
        if mail.to == address:
            raise MailRefusedError("No.")
        return send(mail)

    monkeypatch.setattr(desk.notices.mailer, "send", sends)
