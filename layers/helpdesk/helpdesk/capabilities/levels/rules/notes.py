"""Notes for a level: what a higher one found out, kept for the next ticket of its kind. Drafts of articles, not yet."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.levels import LevelNoteKept
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, TicketId


class NoteDraft(Struct, frozen=True, kw_only=True):
    """What a level should know next time. Without a `category` it is that of the ticket."""

    title: str
    body: str
    level: Level = Level.L1
    category: str | None = None


class LevelNote(Struct, frozen=True, kw_only=True):
    """`id` is that of the entry it was kept by."""

    id: str
    title: str
    body: str
    level: Level
    category: str | None
    ticket_id: TicketId
    author: PersonId
    author_name: str
    at: datetime


def keep(draft: NoteDraft, ticket: Ticket, settings: TicketTerms) -> Fact:
    about = settings.check_category(draft.category) or ticket.category
    event = LevelNoteKept(level=draft.level, category=about, title=draft.title)
    return Fact(event=event, personal=Personal(body=draft.body))


def note_of(entry: Entry) -> LevelNote | None:
    """The note that an entry keeps, if it keeps one."""
    if not isinstance(entry.event, LevelNoteKept):
        return None
    words = entry.personal or Personal()
    return LevelNote(
        id=entry.id,
        title=entry.event.title,
        body=words.body or "",
        level=entry.event.level,
        category=entry.event.category,
        ticket_id=entry.ticket_id,
        author=PersonId(entry.actor.id),
        author_name=words.author or "",
        at=entry.at,
    )


def note_place(note: LevelNote) -> str:
    return f"{note.category or ''}#{note.id}"
