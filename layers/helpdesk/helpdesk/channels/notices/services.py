"""Mail out by SES. SES sets its own Message-ID, so the thread's token travels in References and Reply-To."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from botocore.exceptions import ClientError

from helpdesk.channels.notices.ports import Mail
from helpdesk.channels.notices.rules.news import TAG, tag_of
from helpdesk.channels.notices.rules.telling import MailRefusedError, mailbox_of
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.platform import mime

LOOP: Final = "X-Helpdesk-Loop"

UNNAMED: Final = "undisclosed-recipients:;"

NEVER_TAKEN: Final = frozenset({"MessageRejected", "BadRequestException"})


class SesMailer:
    """See ports.Mailer. `sender` is the address of the desk, `name` what people see of it, `configuration` the set of
    rules by which SES sends: encrypted, and to nobody whose mail bounced.
    """

    def __init__(self, client: Callable[[], Any], sender: str, name: str, configuration: str) -> None:
        self._client = client
        self._sender = sender
        self._name = name
        self._configuration = configuration

    def send(self, mail: Mail) -> str:
        data = mime.message(_headers(mail, self._sender, self._name), mail.text, mail.html, _files(mail))
        try:
            answer = self._client().send_email(
                ConfigurationSetName=self._configuration,
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [folded(mail.to)]},
                Content={"Raw": {"Data": data}},
                EmailTags=[{"Name": TAG, "Value": tag_of(mail.ticket, mail.key)}],
            )
        except ClientError as error:
            if error.response["Error"]["Code"] not in NEVER_TAKEN:
                raise
            raise MailRefusedError("The mail service refuses it.") from error
        return str(answer["MessageId"])


def _files(mail: Mail) -> list[mime.File]:
    """Those that the page shows are said to stand in it; programs list the others below."""
    shown = {file.id for file in mail.files if f'"cid:{file.id}"' in mail.html}
    return [
        mime.File(name=file.name, type=file.type, content=file.content, cid=file.id if file.id in shown else "")
        for file in mail.files
    ]


def _listed(addresses: Sequence[str]) -> str:
    return ",\r\n ".join(mailbox_of("", address) for address in addresses)


def _to(mail: Mail) -> str:
    named = _listed(mail.addressed) or mailbox_of(mail.to_name, mail.to)
    return UNNAMED if mail.blind else named


def _headers(mail: Mail, sender: str, name: str) -> Mapping[str, str]:
    """Machine mail says that it is, so that no other machine answers it; and every mail says that it came from a desk,
    so that one which comes back to a desk, however it was changed on the way, is known there.
    """
    automatic = {"Auto-Submitted": "auto-generated"} if mail.automatic else {}
    thread = {"References": mail.references, "In-Reply-To": mail.references} if mail.references else {}
    answers = {"Reply-To": mime.mailbox("Reply-To", mail.sender or name, mail.reply_to)} if mail.reply_to else {}
    return {
        "From": mime.mailbox("From", mail.sender or name, sender),
        "To": _to(mail),
        **({"Cc": _listed(mail.cc)} if mail.cc else {}),
        "Subject": mime.text("Subject", mail.subject),
        **answers,
        **thread,
        **automatic,
        "X-Auto-Response-Suppress": "All",
        LOOP: mail.references or mail.key,
        **_unsubscribe(mail),
        "Content-Language": mail.language,
    }


def _unsubscribe(mail: Mail) -> Mapping[str, str]:
    """By one click, which mail programs make for their readers."""
    if not mail.unsubscribe:
        return {}
    return {"List-Unsubscribe": f"<{mail.unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
