"""Mail to a stack by SMTP, and how it stands in the register."""

import smtplib
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid, parseaddr
from typing import Any

from tests.stack.local_stack import LocalStack, wait_until

HELP = "help@demo.example"


def a_mail(sender: str, text: str, **headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, HELP, headers.pop("subject", "The printer is on fire")
    mail["Message-ID"] = make_msgid(domain=parseaddr(sender)[1].partition("@")[2])
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def send(stack: LocalStack, mail: EmailMessage, to: str = HELP) -> None:
    with smtplib.SMTP("127.0.0.1", stack.smtp_port) as smtp:
        smtp.sendmail(parseaddr(mail["From"])[1], [to], mail.as_bytes(policy=SMTP))


def taken(stack: LocalStack, mail: EmailMessage, *outcomes: str) -> list[dict[str, Any]]:
    """How a mail stands in the register, once these outcomes are there."""
    mine, admin = mail["Message-ID"].strip("<>"), stack.client("admin@demo.example")

    def found() -> list[dict[str, Any]]:
        items = [item for item in admin.get("/api/mails?limit=100").json()["items"] if item["message_id"] == mine]
        return items if sorted(item["outcome"] for item in items) == sorted(outcomes) else []

    return wait_until(found)


def with_mailbox(stack: LocalStack) -> None:
    """Mail to HELP comes in."""
    admin = stack.client("admin@demo.example")
    now = admin.get("/api/settings/mailboxes")
    wanted = {"mailboxes": [{"id": "help", "address": HELP}]}
    saved = admin.put("/api/settings/mailboxes", json=wanted, headers={"if-match": now.headers["etag"]})
    assert saved.status_code == 200, saved.text
