"""Notification: mail to those an entry concerns, one each, however often the entry is delivered."""

from collections.abc import Mapping, Sequence

from helpdesk.capabilities.assignment.rules.choice import Out, absent
from helpdesk.channels.notices.letters import Letter, readable, write
from helpdesk.channels.notices.ports import Mail
from helpdesk.channels.notices.rules import notices
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.core.tickets.letters import Recipient, Template
from helpdesk.core.tickets.rules.hooks import Notice, Told
from helpdesk.core.tickets.rules.links import agent_link, status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId, TicketId


def notify(desk: Desk, letters: Mapping[str, Template], ticket_id: TicketId, version: int, entry_id: str) -> int:
    """Send those of the letters that an entry calls for and that were not sent yet; how many were sent now."""
    commit = desk.tickets.commit(ticket_id, version)
    entry = next((entry for entry in commit if entry.id == entry_id), None)
    if entry is None:
        raise NotFoundError("entry", entry_id)
    ticket = desk.tickets.get(ticket_id)
    return sum(
        _send_once(desk, ticket, entry, letters[notice.template], person)
        for notice in notices(Told(entry=entry, commit=commit, ticket=ticket), desk.hooks())
        for person in _people(desk, ticket, notice)
    )


def _people(desk: Desk, ticket: Ticket, notice: Notice) -> Sequence[Person]:
    wanted = (
        [notice.person]
        if notice.person is not None
        else _on_duty(desk, notice.team or ticket.team, only=notice.present)
    )
    return [person for person_id in wanted if (person := _known(desk, person_id))]


def _on_duty(desk: Desk, team: TeamId, *, only: bool) -> Sequence[PersonId]:
    """Those of a team who are there now; when nobody is, all of them, unless only who is there is meant."""
    board, now = desk.assignment.boards.board(team), desk.clock.now()
    members = board.members.values()
    there = [member.person for member in members if absent(board, member, now) in {None, Out.BUSY}]
    return there or [member.person for member in members if member.active and not only]


def _known(desk: Desk, person_id: PersonId) -> Person | None:
    """Somebody whom settings name may have left since; that must not keep the mail from the others."""
    try:
        return desk.directory.person(person_id)
    except NotFoundError:
        return None


def _send_once(desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person) -> bool:
    key = f"mail#{entry.id}#{template.name}#{person.id}"
    return effect_once(desk, ticket.id, key, lambda: desk.notices.send(_mail(desk, ticket, entry, template, person)))


def _mail(desk: Desk, ticket: Ticket, entry: Entry, template: Template, person: Person) -> Mail:
    language = person.language if template.to_staff else ticket.language
    letter = _letter(desk, ticket, entry, template, person, language)
    address = _thread_address(desk, ticket)
    return Mail(
        to=person.email,
        to_name=person.name,
        subject=letter.subject,
        text=letter.text,
        reply_to=f"reply+{address}",
        references=f"<{address}>",
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
    return write(template, ticket, reader, {**written, **template.said(desk, ticket, entry, reader)})


def _thread_address(desk: Desk, ticket: Ticket) -> str:
    """The thread's signed token as an address: one for all mails of a ticket, so that mail programs thread by it."""
    return f"{ticket.id}-{desk.signer.stamp('reply', ticket.id)}@{desk.reply_domain}".lower()
