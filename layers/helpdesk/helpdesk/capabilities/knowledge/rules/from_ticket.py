"""The first draft of an article, as a solved ticket says it."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.knowledge.rules.redaction import Redaction
from helpdesk.capabilities.knowledge.rules.templates import Part, Template, body
from helpdesk.capabilities.knowledge.rules.visibility import Audience, Visibility
from helpdesk.capabilities.knowledge.rules.wish import Text
from helpdesk.core.record.tickets import MessageAdded, TicketCreated
from helpdesk.foundation.kernel.text import LONGEST_HTML
from helpdesk.foundation.kernel.vocabulary import Phase

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterable, Iterator, Sequence

    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket

SOLVED: Final = frozenset({Phase.SOLVED, Phase.CLOSED})

STAFF: Final = Visibility(audience=Audience.STAFF)
"""Until somebody has read it: what is left of a person is then seen by nobody but those who work here."""

MOST_ANSWERS: Final = 5

LONGEST_TITLE: Final = 250
"""Signs, as of every title: what is taken out of one may be shorter than the sign for it."""

_ROOM: Final = LONGEST_HTML // 2
"""Bytes of what was asked, and of what was answered."""


def known_error(ticket: Ticket, entries: Sequence[Entry], names: Iterable[str], category: str) -> Text:
    """What the requester saw and what they were answered, without what names people; who answered nothing in public may
    have noted what it was. `names` are those of others, such as an organization.
    """
    redaction = Redaction([*_names(ticket, entries), *names])
    said = [entry for entry in entries if _says(entry)]
    asked = next((entry for entry in said if entry.is_public and not _is_by_staff(entry)), None)
    answers = [entry for entry in said if entry.is_public and _is_by_staff(entry)]
    notes = [entry for entry in said if not entry.is_public]
    parts = {
        Part.SYMPTOM: _written([asked] if asked else [], redaction),
        Part.FIX: _written((answers or notes)[-MOST_ANSWERS:], redaction),
    }
    html = body(Template.KNOWN_ERROR, language_of(ticket), parts)
    title = redaction.text(ticket.subject)[:LONGEST_TITLE]
    return Text(title=title, html=html, category=category, visibility=STAFF)


def language_of(ticket: Ticket) -> str:
    """In which it was written, as far as that is known; else the one the requester reads."""
    return (ticket.text_language or ticket.language)[:2]


def _says(entry: Entry) -> bool:
    """Who opens a ticket writes, too."""
    match entry.event:
        case TicketCreated():
            return True
        case MessageAdded(automatic=automatic):
            return not automatic
    return False


def _is_by_staff(entry: Entry) -> bool:
    return isinstance(entry.event, MessageAdded) and entry.event.by.is_staff


def _names(ticket: Ticket, entries: Iterable[Entry]) -> Iterator[str]:
    yield from (ticket.requester_name, ticket.assignee_name or "", *(each.name for each in ticket.participants))
    for entry in entries:
        yield entry.actor.name
        if personal := entry.personal:
            yield from (each for each in (personal.name, personal.author, personal.noted_by, personal.phone) if each)


def _written(said: Sequence[Entry], redaction: Redaction) -> str:
    """Messages one below the other; the last of them, where there is no room for all."""
    found: list[str] = []
    room = _ROOM
    for entry in reversed(said):
        html = _html(entry, redaction)
        room -= len(html.encode())
        if room < 0:
            break
        found.insert(0, html)
    return "".join(found)


def _html(entry: Entry, redaction: Redaction) -> str:
    personal = entry.personal
    if personal and personal.html:
        return redaction.html(personal.html)
    words = redaction.text((personal and personal.body) or "").strip()
    parts = [escape(part, quote=False).replace("\n", "<br>") for part in re.split(r"\n\s*\n", words) if part.strip()]
    return "".join(f"<p>{part}</p>" for part in parts)
