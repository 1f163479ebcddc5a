"""Mail out by SES. SES sets its own Message-ID, so the thread's token travels in References and Reply-To."""

from collections.abc import Callable
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from helpdesk.channels.notices.ports import Mail


class SesMailer:
    """See ports.Mailer. `sender` is the address of the desk, `name` what people see of it."""

    def __init__(self, client: Callable[[], Any], sender: str, name: str) -> None:
        self._client = client
        self._sender = sender
        self._name = name

    def send(self, mail: Mail) -> str:
        message = compose(mail, Address(self._name, addr_spec=self._sender))
        answer = self._client().send_email(
            FromEmailAddress=self._sender,
            Destination={"ToAddresses": [_deliverable(mail.to)]},
            Content={"Raw": {"Data": message.as_bytes(policy=SMTP)}},
        )
        return str(answer["MessageId"])


def compose(mail: Mail, sender: Address) -> EmailMessage:
    """The MIME message. Machine mail says that it is, so that no other machine answers it."""
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = Address(_line(mail.to_name), addr_spec=_deliverable(mail.to))
    message["Subject"] = _line(mail.subject)
    message["Reply-To"] = Address(sender.display_name, addr_spec=mail.reply_to)
    message["References"] = mail.references
    message["In-Reply-To"] = mail.references
    if mail.automatic:
        message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(mail.text)
    message["Content-Language"] = mail.language  # set_content takes earlier Content- headers away
    return message


def _line(text: str) -> str:
    """What people wrote as one line of a header: a line break would end it, and the mail could not be sent."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())


def _deliverable(address: str) -> str:
    """The address with its domain as mail servers know it."""
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.encode('idna').decode()}"
