"""As whom the desk writes: every letter of a ticket as the mailbox that it came by, an answer also as who wrote it."""

from typing import Any

import pytest
from helpdesk.channels.notices.actions.letterhead import LONGEST_LOCAL
from helpdesk.channels.notices.rules.tokens import thread_of_token
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Role

from tests.builders.directory import an_agent
from tests.builders.mail import a_mail, delivered
from tests.builders.staffing import staff
from tests.facts import facts_of
from tests.gateway import Gateway
from tests.lambdas import invoke

BILLING = {
    "id": "billing",
    "address": "Rechnung@billing.example",
    "name": "Acme Billing",
    "signature": "Acme <Ltd>\n+49 30 1",
}


@pytest.fixture
def root(desk: Desk) -> Person:
    return staff(desk, an_agent("Root", role=Role.ADMIN))[0]


def came_by(http: Gateway, desk: Desk, root: Person, **mailbox: Any) -> str:
    box = BILLING | mailbox
    http.save("/api/settings/mailboxes", {"mailboxes": [box]}, by=root)
    _, taken = delivered(desk, a_mail(To=box["address"]), recipients=(box["address"],))
    return str(taken.ticket)


def mails(desk: Desk, ticket: str) -> list[Any]:
    desk.notices.mailer.sent.clear()  # type: ignore[attr-defined]
    for fact in facts_of(desk, ticket):
        invoke("notify_people", fact)
    return list(desk.notices.mailer.sent)  # type: ignore[attr-defined]


def answer(http: Gateway, desk: Desk, ticket: str, by: Person) -> Any:
    http.post(f"/api/tickets/{ticket}/messages", {"body": "Did you try water?"}, by=by)
    (mail,) = [mail for mail in mails(desk, ticket) if "Did you try water?" in mail.text]
    return mail


def test_every_letter_bears_the_mailbox_and_only_those_outside_its_signature(
    http: Gateway, desk: Desk, ada: Person, root: Person
):
    ticket = came_by(http, desk, root)
    assert http.patch(f"/api/tickets/{ticket}", {"assignee": ada.id}, by=root).status == 200
    found = mails(desk, ticket)
    assert {mail.sender for mail in found} == {"Acme Billing"}
    assert {mail.to == ada.email for mail in found} == {True, False}
    for mail in found:
        signed = "\n\nAcme <Ltd>\n+49 30 1\n\n" in mail.text
        assert signed is (mail.to != ada.email)
        assert ("<p>Acme &lt;Ltd&gt;<br>+49 30 1</p>" in mail.html) is signed
        assert mail.reply_to.startswith("rechnung+hd-")
        assert mail.reply_to.endswith("@billing.example")
        thread = thread_of_token(desk, mail.reply_to)
        assert thread
        assert thread.ticket == ticket


@pytest.mark.parametrize("address", ["help@elsewhere.example", f"{'x' * LONGEST_LOCAL}@billing.example"])
def test_answers_go_where_mail_comes_in(http: Gateway, desk: Desk, root: Person, address: str):
    ticket = came_by(http, desk, root, address=address)
    (mail, *_) = mails(desk, ticket)
    assert mail.reply_to.startswith("reply+hd-")
    assert mail.reply_to.endswith("@desk.example")


def test_a_ticket_that_came_another_way_bears_what_the_desk_is_called(
    http: Gateway, desk: Desk, ada: Person, root: Person, ticket: str
):
    came_by(http, desk, root)
    mail = answer(http, desk, ticket, ada)
    assert mail.sender == "Helpdesk"
    assert "Acme" not in mail.text
    assert mail.reply_to.startswith("reply+hd-")


def test_an_answer_is_signed_by_who_wrote_it_or_by_their_team(
    http: Gateway, desk: Desk, ada: Person, root: Person, ticket: str
):
    team = http.get("/api/teams/service-desk/roster", by=root).body
    plan = {"name": "Service desk", "level": "L1", "members": [ada.id, root.id], "signature": "Your service desk"}
    saved = http.put("/api/teams/service-desk", plan, by=root, headers={"if-match": f'"{team["revision"]}"'})
    assert (saved.status, saved.body["signature"]) == (200, "Your service desk")
    assert "\n\nYour service desk\n\nReply to this mail" in answer(http, desk, ticket, ada).text
    own = http.get("/api/me/settings", by=ada)
    assert http.save("/api/me/settings", {"signature": "  Ada\nL1 <3 "}, by=ada).body["signature"] == "Ada\nL1 <3"
    assert own.body["signature"] == ""
    mail = answer(http, desk, ticket, ada)
    assert "\n\nAda\nL1 <3\n\nReply to this mail" in mail.text
    assert "<p>Ada<br>L1 &lt;3</p>" in mail.html
    mailed = came_by(http, desk, root)
    assert "\n\nAda\nL1 <3\n\nAcme <Ltd>\n+49 30 1\n\nReply" in answer(http, desk, mailed, ada).text
    http.post(f"/api/tickets/{ticket}/state", {"state": "solved"}, by=ada)
    assert not [mail for mail in mails(desk, ticket) if "solved" in mail.text and "Ada\nL1" in mail.text]


def test_a_signature_is_a_few_lines(http: Gateway, ada: Person):
    refused = http.save("/api/me/settings", {"signature": "x" * 1001}, by=ada)
    assert (refused.status, refused.fields) == (422, ["signature"])


def test_what_staff_write_to_people_outside_bears_the_mailbox_and_who_wrote_it(
    http: Gateway, desk: Desk, ada: Person, root: Person
):
    ticket = came_by(http, desk, root)
    started = {"subject": "A part", "to": ["vendor@parts.example"], "body": "Do you have one?"}
    assert http.post(f"/api/tickets/{ticket}/sides", started, by=ada).status == 201
    (mail,) = [mail for mail in mails(desk, ticket) if mail.to == "vendor@parts.example"]
    assert mail.sender == "Acme Billing"
    assert mail.reply_to.startswith("rechnung+hd-")
    assert mail.text.endswith(f"-- \nAcme <Ltd>\n+49 30 1\nRef. {ticket}")
    thread = thread_of_token(desk, mail.reply_to)
    assert thread
    assert thread.side


def test_who_answers_is_shown_what_will_stand_below(http: Gateway, desk: Desk, ada: Person, root: Person):
    ticket = came_by(http, desk, root)
    path = f"/api/tickets/{ticket}/signature"
    shown = [http.get(path, by=ada).body["signature"]]
    assert http.save("/api/me/settings", {"signature": "Ada"}, by=ada).status == 200
    shown.append(http.get(path, by=ada).body["signature"])
    assert shown == ["Acme <Ltd>\n+49 30 1", "Ada\n\nAcme <Ltd>\n+49 30 1"]
    assert f"\n\n{shown[-1]}\n\nReply to this mail" in answer(http, desk, ticket, ada).text


@pytest.mark.parametrize(("signature", "signed"), [("", "Ada\nHelpdesk"), ("Ada\nL1", "Ada\nL1")])
def test_who_writes_to_somebody_outside_is_shown_what_will_stand_below(
    http: Gateway, desk: Desk, ada: Person, ticket: str, signature: str, signed: str
):
    http.save("/api/me/settings", {"signature": signature}, by=ada)
    shown = http.get(f"/api/tickets/{ticket}/signature", by=ada).body["outside"]
    assert shown == f"{signed}\nRef. {ticket}"
    started = {"subject": "A part", "to": ["vendor@parts.example"], "body": "Do you have one?"}
    http.post(f"/api/tickets/{ticket}/sides", started, by=ada)
    (mail,) = [mail for mail in mails(desk, ticket) if mail.to == "vendor@parts.example"]
    assert mail.text.endswith(f"\n\n-- \n{shown}")


def test_signatures_are_for_who_works_on_a_ticket(http: Gateway, rita: Person, ticket: str):
    assert http.get(f"/api/tickets/{ticket}/signature", by=rita).status in {403, 404}
