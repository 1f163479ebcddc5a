"""Blind copies of what staff answer: each a mail of its own, of which nobody else learns. It has no link to the ticket,
and what its reader answers is for staff alone.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from html import escape
from typing import Final

from helpdesk.channels.notices.actions.addressed import addressed, send_once
from helpdesk.channels.notices.actions.enclosing import enclosed, formatted
from helpdesk.channels.notices.actions.letterhead import letterhead, reply_to
from helpdesk.channels.notices.actions.outside import missing
from helpdesk.channels.notices.ports import Mail, MailFile
from helpdesk.channels.notices.rules.frame import as_lines
from helpdesk.channels.notices.rules.sent import OutMail
from helpdesk.channels.notices.rules.tokens import private_thread, thread_address
from helpdesk.channels.notices.settings import MAIL
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.mails import MailReturned
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Wish, change
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.directions import isolated
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.platform.ports import Limit

LETTER: Final = "blind_copy"

_ABOVE: Final = {
    "en": 'You get a blind copy of what {author} wrote to {requester} about {id} "{subject}". Nobody it went to learns '
    "of that. What you reply to this mail is read by those alone who work on the ticket.",
    "de": "Sie erhalten eine Blindkopie dessen, was {author} an {requester} zu {id} „{subject}“ geschrieben hat. "
    "Niemand, an den es ging, erfährt davon. Was Sie auf diese Mail antworten, lesen nur die, die das Ticket "
    "bearbeiten.",
}

_PAGE: Final = """\
<!doctype html>
<html>
<head><meta charset="utf-8"></head>
<body><p>{above}</p><hr>{words}{left}{signed}</body>
</html>
"""


def copied(entry: Entry) -> Sequence[str]:
    """Who gets an entry blind: nobody what is not public."""
    return (entry.personal and entry.personal.blind) or () if entry.is_public else ()


def send_blind(desk: Desk, ticket: Ticket, entry: Entry, address: str) -> bool:
    """Whether it was sent now."""
    mail = addressed(desk, ticket.id, entry, LETTER, address, private=private_thread(address))
    return send_once(desk, mail, partial(_send, desk, ticket, entry), _tell_lost, _limit(desk, mail))


def _limit(desk: Desk, mail: OutMail) -> Limit:
    """Who asked for nothing is not flooded."""
    hour = f"mail#{desk.clock.wall():%Y-%m-%dT%H}#blind#{digest(folded(mail.address))}"
    return Limit(key=hour, most=desk.settings.of(MAIL).automatic_an_hour, window=timedelta(hours=1))


def _tell_lost(desk: Desk, mail: OutMail) -> None:
    """Told once, however often it is tried."""
    event = MailReturned(to=mail.person, letter=LETTER, lost=True)
    once = Once(key=f"mail returned#{mail.ticket}#{mail.key}#lost", payload="")
    wish = Wish(ticket_id=mail.ticket, by=system("mail"), once=once)
    change(desk, wish, lambda _: [Fact(event=event, personal=Personal(body=mail.address))])


def _send(desk: Desk, ticket: Ticket, entry: Entry, mail: OutMail) -> str:
    files, left = enclosed(desk, entry)
    head = letterhead(desk, ticket, entry)
    below = missing(ticket, left) if left else ""
    personal = entry.personal or Personal()
    return desk.notices.mailer.send(
        Mail(
            to=mail.address,
            to_name="",
            subject=f"[{ticket.id}] {ticket.subject}",
            text="\n\n".join(filter(None, [_above(ticket, personal), personal.body, below, head.signature])),
            html=_page(ticket, personal, files, below, head.signature),
            sender=head.brand,
            reply_to=reply_to(desk, ticket, mail.private),
            references=f"<{thread_address(desk, ticket.id, mail.private)}>",
            language=ticket.language,
            automatic=False,
            ticket=ticket.id,
            key=mail.key,
            blind=True,
            files=tuple(files),
        )
    )


def _above(ticket: Ticket, personal: Personal) -> str:
    return _ABOVE.get(ticket.language, _ABOVE["en"]).format(
        author=isolated(personal.author or ""),
        requester=isolated(ticket.requester_name),
        id=ticket.id,
        subject=isolated(ticket.subject),
    )


def _page(ticket: Ticket, personal: Personal, files: Sequence[MailFile], below: str, signature: str) -> str:
    return _PAGE.format(
        above=escape(_above(ticket, personal)),
        words=formatted(personal.html, files) or f"<p>{as_lines(personal.body or '')}</p>",
        left=f"<p>{escape(below)}</p>" if below else "",
        signed=f"<p>{as_lines(signature)}</p>" if signature else "",
    )
