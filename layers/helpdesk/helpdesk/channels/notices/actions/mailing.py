"""Mail about a ticket: each letter once to each reader, written down with the ids by which its answers are known."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from html import escape

from helpdesk.channels.notices.actions.enclosing import enclosed
from helpdesk.channels.notices.actions.letterhead import letterhead, reply_to
from helpdesk.channels.notices.actions.quoting import quoted
from helpdesk.channels.notices.actions.wording import in_set_words
from helpdesk.channels.notices.letters import Letter, not_enclosed, readable, write
from helpdesk.channels.notices.ports import Mail, MailFile
from helpdesk.channels.notices.rules.sent import OutMail, WhyWithheld
from helpdesk.channels.notices.rules.tokens import thread_address
from helpdesk.channels.notices.settings import MAIL
from helpdesk.core.directory.rules import Person
from helpdesk.core.preferences.rules import Concern
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.core.tickets.letters import Recipient, Template
from helpdesk.core.tickets.rules.links import agent_link, status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.directions import isolated
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.errors import RateLimitedError
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.ports import Limit


def send_once(
    desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person, about: PersonId | None
) -> bool:
    """Whether it was sent now. What is said `about` somebody is said once of a ticket: leads need not hear of every
    further letter.
    """
    subject = f"{template.name}#{about}" if about else f"{entry.id}#{template.name}"
    mail = OutMail(
        key=f"mail#{subject}#{person.id}",
        ticket=ticket.id,
        entry=entry.id,
        template=template.name,
        person=person.id,
        address=person.email,
        at=desk.clock.now(),
        automatic=template.automatic,
        side=side_of(entry),
    )
    if desk.notices.dead.find(person.email):
        desk.notices.ledger.withhold(mail, WhyWithheld.UNDELIVERABLE)
        return False
    act = partial(_send, desk, ticket, entry, template, person, mail.key)
    try:
        return effect_once(
            desk, ticket.id, mail.key, act, desk.notices.ledger.effects(mail, _limit(desk, mail, template))
        )
    except RateLimitedError:
        desk.notices.ledger.withhold(mail, WhyWithheld.TOO_MANY)
        return False


def side_of(entry: Entry) -> str | None:
    """The side that an entry stands on. Who answers a letter about it writes there, and never to the requester."""
    found: str | None = getattr(entry.event, "side", None)
    return found


def _limit(desk: Desk, mail: OutMail, template: Template) -> Limit | None:
    """A machine at the other end may answer what a machine wrote: what goes out to it has an end. Who works here is
    told all that they asked for.
    """
    if template.to_staff or not mail.automatic:
        return None
    most = desk.settings.of(MAIL).automatic_an_hour
    hour = f"{desk.clock.wall():%Y-%m-%dT%H}"
    return Limit(key=f"mail#{hour}#{digest(folded(mail.address))}", most=most, window=timedelta(hours=1))


def _send(desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person, key: str) -> str:
    return desk.notices.mailer.send(_mail(desk, ticket, entry, template, person, key))


def _mail(desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person, key: str) -> Mail:
    language = person.language if template.to_staff else ticket.language
    files, left = enclosed(desk, entry) if template.encloses else ([], [])
    letter = _letter(desk, ticket, entry, template, person, language, files, left)
    return Mail(
        to=person.email,
        to_name=person.name,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        reply_to=reply_to(desk, ticket, side_of(entry)),
        sender=letter.brand,
        references=f"<{thread_address(desk, ticket.id, side_of(entry))}>",
        language=language,
        automatic=template.automatic,
        unsubscribe=_unsubscribe(desk, template),
        ticket=ticket.id,
        key=key,
        files=tuple(files),
    )


def _unsubscribe(desk: Desk, template: Template) -> str:
    """Who asked for help is answered; who works here chooses in their settings, but for what they must be told."""
    optional = template.concern and template.concern is not Concern.PAGED
    return f"{desk.site_url}/agent/me" if optional else ""


def _letter(
    desk: Desk,
    ticket: Ticket,
    entry: Entry,
    template: Template,
    person: Person,
    language: str,
    files: Sequence[MailFile],
    left: Sequence[Attachment],
) -> Letter:
    link = agent_link(desk, ticket) if template.to_staff else status_link(desk, ticket, person.id)
    reader = readable(Recipient(name=person.name, language=language, link=link, timezone=person.timezone))
    personal = entry.personal
    written = {
        "author": (personal.author if personal else None) or "",
        "body": (personal.body if personal else None) or "",
    }
    html = _formatted(personal.html if personal else None, link, files)
    if left:
        named = not_enclosed([isolated(attachment.name) for attachment in left], reader.language)
        written["body"] += f"\n\n{named}"
        html = html and f"{html}<p>{escape(named)}</p>"
    said = {**written, **template.said(desk, ticket, entry, reader)}
    quotes = quoted(desk, entry, reader) if template.encloses else ()
    compose = partial(write, template, ticket, reader, said, html, quotes, letterhead(desk, ticket, entry, template))
    return in_set_words(desk, template, ticket, reader, compose)


def _formatted(html: str | None, link: str, files: Sequence[MailFile]) -> str | None:
    """As a mail shows it: pictures that do not go along are seen on the ticket's page, by who may."""
    from helpdesk.foundation.edge import pictures  # noqa: PLC0415 - only a letter with formatting pays for it

    return html and pictures.as_links(html, link, but=[file.id for file in files])
