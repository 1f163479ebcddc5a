"""Mail by SMTP through the deployed stack: it becomes a ticket, answers find it, and what is held can be let in."""

import smtplib
from concurrent.futures import ThreadPoolExecutor
from email.utils import parseaddr

import pytest

from tests.stack.local_stack import LocalStack
from tests.stack.mails import a_mail, send, taken, with_mailbox

pytestmark = pytest.mark.stack


@pytest.fixture(scope="module", autouse=True)
def mailbox(stack: LocalStack) -> None:
    with_mailbox(stack)


def test_a_mail_becomes_a_ticket_and_the_answer_to_its_acknowledgement_a_message_on_it(stack: LocalStack):
    mail = a_mail("Paula <paula@mail.example>", "It smokes.")
    mail.add_attachment(b"%PDF-1.4 a bill", maintype="application", subtype="pdf", filename="bill.pdf")
    send(stack, mail)
    (first,) = taken(stack, mail, "message")
    acknowledged = stack.wait_for_mail("paula@mail.example", first["ticket"])
    reply_to = next(value for name, value in acknowledged["headers"] if name == "Reply-To")
    answer = a_mail("Paula <paula@mail.example>", "It burns.", subject="Something else")
    send(stack, answer, to=parseaddr(reply_to)[1])
    (second,) = taken(stack, answer, "message")
    assert second["ticket"] == first["ticket"]
    timeline = stack.client("admin@demo.example").get(f"/api/tickets/{first['ticket']}").json()["timeline"]
    said = [(entry["body"], [file["name"] for file in entry["attachments"]]) for entry in timeline if entry["body"]]
    assert said == [("It smokes.", ["bill.pdf"]), ("It burns.", [])]


def test_copies_that_come_at_once_are_one_message(stack: LocalStack):
    mail = a_mail("Tom <tom@mail.example>", "It smokes as well.")
    with ThreadPoolExecutor(3) as three:
        list(three.map(lambda _: send(stack, mail), range(3)))
    items = taken(stack, mail, "message", "duplicate", "duplicate")
    assert len({item["ticket"] for item in items}) == 1


def test_what_is_held_back_is_released(stack: LocalStack):
    mail = a_mail("Sam <sam@mail.example>", "Buy this.", X_Local_Verdicts="spam=FAIL")
    send(stack, mail)
    (held,) = taken(stack, mail, "quarantine")
    assert (held["reason"], held["held"]) == ("spam", True)
    assert stack.client("admin@demo.example").post(f"/api/mails/{held['id']}/releases").status_code == 202
    (released,) = taken(stack, mail, "message")
    assert released["ticket"]


def test_mail_for_others_is_refused(stack: LocalStack):
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        send(stack, a_mail("Sam <sam@mail.example>", "Hello."), to="somebody@elsewhere.example")
