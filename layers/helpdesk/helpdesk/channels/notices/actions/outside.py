"""Mail of staff to people outside, who have no account and no link: to each once, with a way back that leads to the
side alone. It says nothing of the ticket but its number.
"""

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Final

from helpdesk.channels.notices.actions.addressed import addressed, send_once
from helpdesk.channels.notices.actions.enclosing import along, formatted
from helpdesk.channels.notices.actions.letterhead import letterhead, reply_to
from helpdesk.channels.notices.ports import Mail, MailFile
from helpdesk.channels.notices.rules.frame import as_lines
from helpdesk.channels.notices.rules.letterhead import Letterhead, signed_outside
from helpdesk.channels.notices.rules.sent import OutMail
from helpdesk.channels.notices.rules.tokens import thread_address
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.mails import MailReturned
from helpdesk.core.record.sides import MOST_MB, SideMessageSent
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Wish, change
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import system

LETTER: Final = "side_message"

_LEFT_OUT: Final = {"en": "Could not be attached: {files}", "de": "Konnte nicht angehängt werden: {files}"}

_PAGE: Final = """\
<!doctype html>
<html>
<head><meta charset="utf-8"></head>
<body>{words}{left}<p>-- <br>{signed}</p></body>
</html>
"""


def addressees(entry: Entry) -> Sequence[str]:
    """To whom outside an entry is mailed: none but a letter of a side."""
    if not isinstance(entry.event, SideMessageSent):
        return ()
    postal = entry.postal
    return (*postal.to, *postal.cc)


def write_outside(desk: Desk, ticket: Ticket, entry: Entry, address: str) -> bool:
    """Whether it was sent now."""
    mail = addressed(desk, ticket.id, entry, LETTER, address, side=_side(entry))
    return send_once(desk, mail, partial(_send, desk, ticket, entry), _tell_lost)


def _tell_lost(desk: Desk, mail: OutMail) -> None:
    """Told once, however often it is tried."""

    def decide(ticket: Ticket) -> list[Fact]:
        side = next((side for side in ticket.sides if side.id == mail.side), None)
        if side is None or mail.address in side.returned:
            return []
        event = MailReturned(to=mail.person, letter=LETTER, lost=True, side=mail.side)
        return [Fact(event=event, personal=Personal(body=mail.address))]

    change(desk, Wish(ticket_id=mail.ticket, by=system("mail")), decide)


def _send(desk: Desk, ticket: Ticket, entry: Entry, mail: OutMail) -> str:
    files, left = along(desk, _files(entry), MOST_MB)
    postal, side, head = entry.postal, _side(entry), letterhead(desk, ticket, entry)
    return desk.notices.mailer.send(
        Mail(
            to=mail.address,
            to_name="",
            subject=postal.subject,
            text=_text(ticket, entry, left, head),
            html=_page(ticket, entry, files, left, head),
            sender=head.brand,
            reply_to=reply_to(desk, ticket, side),
            references=f"<{thread_address(desk, ticket.id, side)}>",
            language=ticket.language,
            automatic=False,
            ticket=ticket.id,
            key=mail.key,
            files=tuple(files),
            addressed=postal.to,
            cc=postal.cc,
        )
    )


def _files(entry: Entry) -> Sequence[Attachment]:
    if not isinstance(entry.event, SideMessageSent):
        return ()
    return (*entry.event.attachments, *entry.event.shared)


def _text(ticket: Ticket, entry: Entry, left: Sequence[Attachment], head: Letterhead) -> str:
    personal = entry.personal or Personal()
    below = [missing(ticket, left)] if left else []
    return "\n\n".join([personal.body or "", *below, "\n".join(["-- ", *_signed(ticket, entry, head)])])


def _page(ticket: Ticket, entry: Entry, files: Sequence[MailFile], left: Sequence[Attachment], head: Letterhead) -> str:
    personal = entry.personal or Personal()
    return _PAGE.format(
        words=formatted(personal.html, files) or f"<p>{as_lines(personal.body or '')}</p>",
        left=f"<p>{escape(missing(ticket, left))}</p>" if left else "",
        signed="<br>".join(escape(line) for line in _signed(ticket, entry, head)),
    )


def _signed(ticket: Ticket, entry: Entry, head: Letterhead) -> Sequence[str]:
    return signed_outside(head, (entry.personal.author if entry.personal else None) or "", ticket.id)


def missing(ticket: Ticket, left: Sequence[Attachment]) -> str:
    words = _LEFT_OUT.get(ticket.language, _LEFT_OUT["en"])
    return words.format(files=", ".join(file.name for file in left))


def _side(entry: Entry) -> str | None:
    return entry.event.side if isinstance(entry.event, SideMessageSent) else None
