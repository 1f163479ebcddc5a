"""Mail about a ticket: each letter once to each reader, written down with the ids by which its answers are known."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from html import escape

from helpdesk.channels.notices.actions.enclosing import enclosed, formatted
from helpdesk.channels.notices.actions.letterhead import letterhead, reply_to
from helpdesk.channels.notices.actions.quoting import quoted
from helpdesk.channels.notices.actions.wording import in_set_words
from helpdesk.channels.notices.letters import not_enclosed, readable, write
from helpdesk.channels.notices.ports import Mail, MailFile
from helpdesk.channels.notices.rules.sent import OutMail, WhyWithheld
from helpdesk.channels.notices.rules.tokens import private_thread, thread_address
from helpdesk.channels.notices.rules.unsubscribing import unsubscribe_link
from helpdesk.channels.notices.rules.wording import Letter
from helpdesk.channels.notices.settings import MAIL
from helpdesk.core.directory.rules import Person
from helpdesk.core.preferences.rules import Concern
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.core.tickets.letters import Recipient, Template
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.links import agent_link, status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.directions import isolated
from helpdesk.foundation.kernel.errors import RateLimitedError
from helpdesk.foundation.kernel.vocabulary import PersonId, Role
from helpdesk.foundation.platform.ports import Limit


def send_once(
    desk: Desk,
    ticket: Ticket,
    entry: Entry,
    template: Template,
    person: Person,
    about: PersonId | None,
    instead: Callable[[], None],
) -> bool:
    """Whether it was sent now. What is said `about` somebody is said once of a ticket: leads need not hear of every
    further letter. `instead` is how else who works here is told what is too much for one day.
    """
    mail = _out(desk, ticket, entry, template, person, about)
    if desk.notices.dead.find(person.email):
        desk.notices.ledger.withhold(mail, WhyWithheld.UNDELIVERABLE)
        return False
    act = partial(_send, desk, ticket, entry, template, person, mail.key)
    ledger = desk.notices.ledger.effects(mail, *_limits(desk, mail, template))
    try:
        return effect_once(desk, ticket.id, mail.key, act, ledger)
    except RateLimitedError:
        if template.to_staff:
            instead()
        desk.notices.ledger.withhold(mail, WhyWithheld.TOO_MANY)
        return False


def leave_to_chat(desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person) -> None:
    """Nothing is sent to who reads it where it was written; that it was not stands beside the ticket."""
    desk.notices.ledger.withhold(_out(desk, ticket, entry, template, person, None), WhyWithheld.IN_CHAT)


def _out(
    desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person, about: PersonId | None
) -> OutMail:
    subject = f"{template.name}#{about}" if about else f"{entry.id}#{template.name}"
    return OutMail(
        key=f"mail#{subject}#{person.id}",
        ticket=ticket.id,
        entry=entry.id,
        template=template.name,
        person=person.id,
        address=person.email,
        at=desk.clock.now(),
        automatic=template.automatic,
        side=side_of(entry),
        private=_private_of(entry, person),
    )


def side_of(entry: Entry) -> str | None:
    """The side that an entry stands on. Who answers a letter about it writes there, and never to the requester."""
    found: str | None = getattr(entry.event, "side", None)
    return found


def _private_of(entry: Entry, reader: Person) -> str | None:
    """Who answers what somebody said to staff alone does not write to the requester."""
    alone = isinstance(entry.event, MessageAdded) and entry.event.by is Role.GUEST and not entry.is_public
    return private_thread(reader.email) if alone else None


def _limits(desk: Desk, mail: OutMail, template: Template) -> list[Limit]:
    """A machine at the other end may answer what a machine wrote: what goes out to it has an end. Nobody is flooded;
    but who works here is told at once what they must be told.
    """
    if not mail.automatic or (template.to_staff and not _is_optional(template)):
        return []
    terms, now = desk.settings.of(MAIL), desk.clock.wall()
    key, window = f"mail#{now:%Y-%m-%d}#person#{mail.person}", timedelta(days=1)
    day = Limit(key=key, most=terms.automatic_a_day, window=window)
    if template.to_staff:
        return [day]
    return [day, Limit(key=key, name=f"in_hour_{now:%H}", most=terms.automatic_an_hour, window=window)]


def _is_optional(template: Template) -> bool:
    """Whether who works here chooses whether to be mailed it."""
    return template.concern is not None and template.concern is not Concern.PAGED


def _send(desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person, key: str) -> str:
    return desk.notices.mailer.send(_mail(desk, ticket, entry, template, person, key))


def _mail(desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person, key: str) -> Mail:
    language = person.language if template.to_staff else ticket.language
    files, left = enclosed(desk, entry) if template.encloses else ([], [])
    letter = _letter(desk, ticket, entry, template, person, language, files, left)
    thread = side_of(entry) or _private_of(entry, person)
    return Mail(
        to=person.email,
        to_name=person.name,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        reply_to=reply_to(desk, ticket, thread),
        sender=letter.brand,
        references=f"<{thread_address(desk, ticket.id, thread)}>",
        language=language,
        automatic=template.automatic,
        unsubscribe=unsubscribe_link(desk, person.id, template.concern) if _is_optional(template) else "",
        ticket=ticket.id,
        key=key,
        files=tuple(files),
    )


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
    link = (
        agent_link(desk, ticket)
        if template.to_staff
        else status_link(desk, ticket, access.known_as(ticket, person.ids))
    )
    reader = readable(Recipient(name=person.name, language=language, link=link, timezone=person.timezone))
    personal = entry.personal
    written = {
        "author": (personal.author if personal else None) or "",
        "body": (personal.body if personal else None) or "",
    }
    html = formatted(personal.html if personal else None, files, link)
    if left:
        named = not_enclosed([isolated(attachment.name) for attachment in left], reader.language)
        written["body"] += f"\n\n{named}"
        html = html and f"{html}<p>{escape(named)}</p>"
    said = {**written, **template.said(desk, ticket, entry, reader)}
    quotes = quoted(desk, entry, reader) if template.encloses else ()
    compose = partial(write, template, ticket, reader, said, html, quotes, letterhead(desk, ticket, entry, template))
    return in_set_words(desk, template.name, reader.language, ticket, compose)
