"""Mails that come in. A test names what matters to it; the rest is as on any other day."""

from datetime import timedelta
from email.message import EmailMessage
from itertools import count
from typing import Any

from helpdesk.channels.mail.actions.receiving import receive
from helpdesk.channels.mail.rules.arrival import Arrival
from helpdesk.channels.mail.rules.mailboxes import Mailbox
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.channels.mail.settings import MAILBOXES
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import Phase, TicketId
from helpdesk.foundation.platform.memory.clock import MONDAY_MORNING
from msgspec.structs import replace

_numbers = count(1)

REPORT = """\
From: MAILER-DAEMON@mx.example
To: help@desk.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <report-{number}@mx.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {address}
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

From: help@desk.example
To: {address}
Message-ID: <{original}>
Subject: Re: it

--b--
"""

GOOD = {"spam": "pass", "virus": "pass", "spf": "pass", "dkim": "pass", "dmarc": "pass"}

HELP = "help@desk.example"


def a_mailbox(address: str = HELP, **more: Any) -> Mailbox:
    return Mailbox(**{"id": address.partition("@")[0], "address": address} | more)


def with_mailboxes(desk: Desk, *mailboxes: Mailbox) -> Desk:
    desk.settings.let(MAILBOXES, mailboxes or (a_mailbox(),))  # type: ignore[attr-defined]
    return desk


def a_mail(
    text: str = "It smokes.",
    sender: str = "Rita <rita@example.org>",
    subject: str = "The printer is on fire",
    message_id: str = "",
    files: tuple[tuple[str, bytes], ...] = (),
    **headers: str,
) -> bytes:
    """`headers` by their names with underscores."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, headers.pop("To", HELP), subject
    mail["Message-ID"] = message_id or f"<{next(_numbers)}@example.org>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def a_report(original: str, address: str) -> bytes:
    """That a mail of ours did not arrive, as a mail server says it."""
    return REPORT.format(original=original, address=address, number=next(_numbers)).encode()


def an_arrival(**more: Any) -> Arrival:
    number = next(_numbers)
    usual = {
        "id": f"ses-{number}",
        "key": f"raw/ses-{number}",
        "received_at": MONDAY_MORNING,
        "sender": "rita@example.org",
        "recipients": (HELP,),
        "verdicts": GOOD,
    }
    return Arrival(**usual | more)


def came(desk: Desk, raw: bytes, **more: Any) -> Arrival:
    """A mail that lies there to be read."""
    arrival = an_arrival(**more)
    desk.mail.raw.kept[arrival.key] = raw  # type: ignore[attr-defined]
    return arrival


def delivered(desk: Desk, raw: bytes, **more: Any) -> tuple[Outcome, Any]:
    """What became of a mail, and how it stands in the register."""
    arrival = came(desk, raw, **more)
    outcome = receive(desk, arrival)
    return outcome, desk.mail.register.get(arrival.id)


def opened(desk: Desk, recipients: tuple[str, ...] = (HELP,), **mail: Any) -> Any:
    """A mail that made a ticket, as it stands in the register."""
    outcome, taken = delivered(desk, a_mail(**mail), recipients=recipients)
    assert outcome is Outcome.MESSAGE
    return taken


def reply(desk: Desk, to: Any, **mail: Any) -> tuple[Outcome, Any]:
    """An answer to a mail that made a ticket."""
    usual = {"subject": "Re: it", "text": "And now?", "In_Reply_To": f"<{to.message_id}>"}
    return delivered(desk, a_mail(**usual | mail))


def ticket_of(desk: Desk, taken: Any) -> Ticket:
    return desk.tickets.get(taken.ticket)


def entry_of(desk: Desk, taken: Any) -> Any:
    """The entry that a mail became."""
    return next(entry for entry in desk.tickets.entries(taken.ticket) if entry.id == taken.entry)


def moved(desk: Desk, ticket: TicketId, state: str, ago: timedelta = timedelta()) -> None:
    """The ticket in another state, for some time."""
    phase = Phase(state) if state != "cancelled" else Phase.CLOSED
    since = desk.clock.now() - ago
    before = desk.tickets.get(ticket)
    desk.tickets.put_head(replace(before, state=state, phase=phase, state_since=since))  # type: ignore[attr-defined]
