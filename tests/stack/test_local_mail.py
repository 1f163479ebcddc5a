"""Mail: what SES would have done with it, and the page that shows it."""

from email import message_from_bytes
from email.message import EmailMessage
from typing import Any

import pytest

from tests.stack.local_stack import PATIENCE, LocalStack, wait_until
from tests.stack.people import AGENT, by_form, ticket

pytestmark = pytest.mark.stack


def send(stack: LocalStack, to: str, **headers: str) -> str:
    message = EmailMessage()
    message["From"] = "Help desk <help@demo.example>"
    message["To"] = to
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content("Hello <b>you</b>, äöü\n")
    return send_raw(stack, message.as_bytes())


def send_raw(stack: LocalStack, raw: bytes) -> str:
    answer: dict[str, Any] = stack.aws("sesv2").send_email(
        FromEmailAddress="help@demo.example", Content={"Raw": {"Data": raw}}
    )
    return str(answer["MessageId"])


def test_headers_that_carry_the_thread_are_kept(stack: LocalStack):
    send(stack, "kept@x.example", References="<token@x>", Reply_To="help+t@reply.demo.example", Subject="Hi")
    (mail,) = stack.mails("kept@x.example")
    headers = dict(mail["headers"])
    assert (headers["References"], headers["Reply-To"]) == ("<token@x>", "help+t@reply.demo.example")
    assert "Hello <b>you</b>, äöü" in mail["text"]


def test_ses_sets_the_message_id(stack: LocalStack):
    sent = send(stack, "id@x.example", Message_ID="<mine@x>", Subject="Hi")
    (mail,) = stack.mails("id@x.example")
    assert mail["message_id"] == f"<{sent}@eu-central-1.amazonses.com>"
    assert stack.client().get(f"/local/mail/{mail['id']}.eml").text.count("Message-ID") == 1


def test_blind_copies_are_delivered_but_not_told(stack: LocalStack):
    send(stack, "open@x.example", Bcc="blind@x.example", Subject="Hi")
    (mail,) = stack.mails("blind@x.example")
    raw = stack.client().get(f"/local/mail/{mail['id']}.eml").content
    assert message_from_bytes(raw)["Bcc"] is None


def test_the_body_is_kept_byte_by_byte(stack: LocalStack):
    body = b"Bcc: not a header\r\n\r\n  end \r\n"
    send_raw(stack, b"From: help@demo.example\r\nTo: raw@x.example\r\nSubject: s\r\n\r\n" + body)
    (mail,) = stack.mails("raw@x.example")
    assert stack.client().get(f"/local/mail/{mail['id']}.eml").content.endswith(b"\r\n\r\n" + body)


def test_the_page_escapes_what_strangers_write(stack: LocalStack):
    send(stack, "page@x.example", Subject="<script>alert(1)</script>")
    (mail,) = stack.mails("page@x.example")
    for path in ("/local/mail", f"/local/mail/{mail['id']}"):
        page = stack.client().get(path)
        assert page.status_code == 200
        assert "<script>" not in page.text
        assert "&lt;script&gt;" in page.text


def test_an_unknown_mail_is_missing(stack: LocalStack):
    assert stack.client().get("/local/mail/none.eml").status_code == 404


def test_an_unknown_sender_is_refused(stack: LocalStack):
    with pytest.raises(Exception, match="not verified"):
        stack.aws("sesv2").send_email(
            FromEmailAddress="other@elsewhere.example",
            Destination={"ToAddresses": ["a@x.example"]},
            Content={"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}},
        )


def test_a_mail_that_comes_back_is_told_on_its_ticket_and_ends_mail_to_there(stack: LocalStack):
    lost = "bounce+told@simulator.amazonses.com"
    number = by_form(stack, email=lost)["id"]
    agent = stack.client(AGENT)

    def states() -> list[str]:
        mails = agent.get(f"/api/tickets/{number}/mails").json()["items"]
        return [mail["state"] for mail in mails if mail["address"] == lost]

    wait_until(lambda: states() == ["bounced"], PATIENCE, lambda: str(states()))
    wait_until(lambda: "MailReturned" in [entry["type"] for entry in ticket(stack, number)["timeline"]], PATIENCE)
    agent.post(f"/api/tickets/{number}/messages", json={"body": "Are you there?", "visibility": "public"})
    wait_until(lambda: states() == ["bounced", "withheld"], PATIENCE, lambda: str(states()))
    assert len(stack.mails(lost)) == 1
    assert agent.delete(f"/api/undeliverable-addresses/{lost}").status_code == 200
