"""Mail about a ticket: each letter once to each reader, written down with the ids by which its answers are known."""

from helpdesk.channels.notices.letters import Letter, readable, write
from helpdesk.channels.notices.ports import Mail
from helpdesk.channels.notices.rules.threads import MailClaim, MailThread
from helpdesk.channels.notices.rules.tokens import reply_address, thread_address
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.core.tickets.letters import Recipient, Template
from helpdesk.core.tickets.rules.links import agent_link, status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


def send_once(
    desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person, about: PersonId | None
) -> bool:
    """Whether it was sent now. What is said `about` somebody is said once of a ticket: leads need not hear of every
    further letter.
    """
    subject = f"{template.name}#{about}" if about else f"{entry.id}#{template.name}"
    key = f"mail#{subject}#{person.id}"

    def sent(ticket_id: TicketId, key: str, message_id: str) -> None:
        thread = MailThread(ticket=ticket_id, entry=entry.id)
        desk.notices.threads.sent(key, MailClaim(message_id=message_id, thread=thread))

    return effect_once(
        desk, ticket.id, key, lambda: desk.notices.mailer.send(_mail(desk, ticket, entry, template, person)), sent
    )


def _mail(desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person) -> Mail:
    language = person.language if template.to_staff else ticket.language
    letter = _letter(desk, ticket, entry, template, person, language)
    return Mail(
        to=person.email,
        to_name=person.name,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        reply_to=reply_address(desk, ticket.id),
        references=f"<{thread_address(desk, ticket.id)}>",
        language=language,
        automatic=template.automatic,
    )


def _letter(desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person, language: str) -> Letter:
    link = agent_link(desk, ticket) if template.to_staff else status_link(desk, ticket)
    reader = readable(Recipient(name=person.name, language=language, link=link, timezone=person.timezone))
    personal = entry.personal
    written = {
        "author": (personal.author if personal else None) or "",
        "body": (personal.body if personal else None) or "",
    }
    said = {**written, **template.said(desk, ticket, entry, reader)}
    return write(template, ticket, reader, said, _formatted(personal.html if personal else None, link))


def _formatted(html: str | None, link: str) -> str | None:
    """As a mail shows it: pictures are seen on the ticket's page, by who may."""
    from helpdesk.foundation.edge import pictures  # noqa: PLC0415 - only a letter with formatting pays for it

    return html and pictures.as_links(html, link)
