"""Notification: mail to those an entry concerns, one each, however often the entry is delivered."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from helpdesk.capabilities.assignment.rules.choice import absent
from helpdesk.capabilities.surveys.rules import rating_links
from helpdesk.channels.notices import letters
from helpdesk.channels.notices.letters import Recipient
from helpdesk.channels.notices.ports import Mail
from helpdesk.channels.notices.rules import notices
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.surveys import SurveyAsked
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.availability import Status
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.core.tickets.rules.hooks import Notice, Told
from helpdesk.core.tickets.rules.links import agent_link, status_link
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId, TicketId


def notify(desk: Desk, ticket_id: TicketId, version: int, entry_id: str) -> int:
    """Send the mails an entry calls for and that were not sent yet; how many were sent now."""
    commit = desk.tickets.commit(ticket_id, version)
    entry = next((entry for entry in commit if entry.id == entry_id), None)
    if entry is None:
        raise NotFoundError("entry", entry_id)
    ticket = desk.tickets.get(ticket_id)
    return sum(
        _send_once(desk, ticket, entry, notice.template, person)
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
    there = [member.person for member in members if absent(board, member, now) in {"", Status.BUSY}]
    return there or [member.person for member in members if member.active and not only]


def _known(desk: Desk, person_id: PersonId) -> Person | None:
    """Somebody whom settings name may have left since; that must not keep the mail from the others."""
    try:
        return desk.directory.person(person_id)
    except NotFoundError:
        return None


def _send_once(desk: Desk, ticket: Ticket, entry: Entry, template: str, person: Person) -> bool:
    key = f"mail#{entry.id}#{template}#{person.id}"
    return effect_once(desk, ticket.id, key, lambda: desk.notices.send(_mail(desk, ticket, entry, template, person)))


def _mail(desk: Desk, ticket: Ticket, entry: Entry, template: str, person: Person) -> Mail:
    to_staff = template in letters.STAFF_LETTERS
    link = agent_link(desk, ticket) if to_staff else status_link(desk, ticket)
    language = person.language if to_staff else ticket.language
    personal, event = entry.personal, entry.event
    letter = letters.write(
        template,
        ticket,
        Recipient(name=person.name, language=language, link=link),
        author=(personal.author if personal else None) or "",
        body=_body(desk, ticket, entry),
        clock=getattr(event, "clock", ""),
        due_at=_local(getattr(event, "due_at", ""), person),
    )
    address = _thread_address(desk, ticket)
    return Mail(
        to=person.email,
        to_name=person.name,
        subject=letter.subject,
        text=letter.text,
        reply_to=f"reply+{address}",
        references=f"<{address}>",
        language=language,
        automatic=template != "reply",
    )


def _body(desk: Desk, ticket: Ticket, entry: Entry) -> str:
    if isinstance(entry.event, SurveyAsked):
        return letters.choices(rating_links(desk, ticket, entry.event.cycle), ticket.language)
    return (entry.personal.body if entry.personal else None) or ""


def _local(instant: str, person: Person) -> str:
    if not instant:
        return ""
    return f"{datetime.fromisoformat(instant).astimezone(ZoneInfo(person.timezone)):%Y-%m-%d %H:%M %Z}"


def _thread_address(desk: Desk, ticket: Ticket) -> str:
    """The thread's signed token as an address: one for all mails of a ticket, so that mail programs thread by it."""
    return f"{ticket.id}-{desk.signer.stamp('reply', ticket.id)}@{desk.reply_domain}".lower()
