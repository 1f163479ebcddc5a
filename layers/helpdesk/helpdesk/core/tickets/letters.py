"""Kinds of letters about tickets, and those that every ticket brings. Their words are plain, short, in the reader's
language, and say what to do next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from helpdesk.core.preferences.rules import Concern
from helpdesk.core.tickets.rules.turn import OURS, Turn, turn_of
from helpdesk.foundation.kernel.directions import isolated

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk


class Recipient(Struct, frozen=True, kw_only=True):
    """Whom a letter is for: how to greet them, in which language, and where they see the ticket."""

    name: str
    language: str
    link: str
    timezone: str = "UTC"


def _nothing_more(_desk: Desk, _ticket: Ticket, _entry: Entry, _reader: Recipient) -> Mapping[str, str]:
    return {}


class Template(Struct, frozen=True, kw_only=True):
    """A kind of letter, sent because of an entry."""

    name: str
    texts: Mapping[str, str]
    """By language. They speak of the ticket as `id`, `subject` and `priority`, of `name`, `author`, `body` and
    `footer`, and of what `said` adds.
    """
    to_staff: bool = False
    beside: bool = False
    """To those who take part beside its requester."""
    automatic: bool = True
    """No person wrote it."""
    concern: Concern | None = None
    """What of it people choose for, who work on tickets: whether they are mailed it, and how else they are told."""
    encloses: bool = False
    """Files of the message go along."""
    said: Callable[[Desk, Ticket, Entry, Recipient], Mapping[str, str]] = _nothing_more


TURNS: Final[Mapping[Turn, Mapping[str, str]]] = {
    Turn.NEW: {"en": "We will look at your request shortly.", "de": "Wir sehen uns Ihre Anfrage in Kürze an."},
    Turn.OPEN: {"en": "We are working on it.", "de": "Wir arbeiten daran."},
    Turn.PENDING: {
        "en": "We need something from you. Please read our last message and reply.",
        "de": "Wir brauchen etwas von Ihnen. Bitte lesen Sie unsere letzte Nachricht und antworten Sie.",
    },
    Turn.ON_HOLD: {
        "en": "We are waiting for someone else, for example a supplier. You need not do anything.",
        "de": "Wir warten auf jemand anderen, zum Beispiel auf einen Lieferanten. Sie müssen nichts tun.",
    },
    Turn.SOLVED: {"en": "We think this is solved.", "de": "Wir glauben, das ist gelöst."},
    Turn.CLOSED: {"en": "This request is closed.", "de": "Diese Anfrage ist geschlossen."},
    Turn.CANCELLED: {"en": "This request was withdrawn.", "de": "Diese Anfrage wurde zurückgezogen."},
}
"""Who does what now, in the words of the portal's page."""

LOOKED_AFTER: Final = {"en": "{name} is looking after it.", "de": "{name} kümmert sich darum."}

ANSWER_BY: Final = {"en": "You will hear from us by {when}.", "de": "Sie hören bis {when} von uns."}


def _standing(desk: Desk, ticket: Ticket, _entry: Entry, reader: Recipient) -> Mapping[str, str]:
    """Who does what now, and by when it is promised: as things stand when it is written, not when it was caused."""
    from helpdesk.foundation.kernel.locales import said  # noqa: PLC0415 - only who writes a letter pays for it

    turn, by = turn_of(ticket), ticket.promise.answer_by
    words = TURNS[turn][reader.language]
    if turn is Turn.OPEN and ticket.assignee_name:
        words = LOOKED_AFTER[reader.language].format(name=isolated(ticket.assignee_name))
    if by and turn in OURS and by > desk.clock.now():
        words += " " + ANSWER_BY[reader.language].format(when=said(by, reader.timezone, reader.language))
    return {"standing": words}


ACKNOWLEDGEMENT: Final = Template(
    name="acknowledgement",
    texts={
        "en": 'Hello {name},\n\nwe have your request "{subject}". Its number is {id}.\n\n{standing}\n\n{footer}',
        "de": 'Guten Tag {name},\n\nIhre Anfrage "{subject}" ist bei uns. Ihre Nummer ist {id}.'
        "\n\n{standing}\n\n{footer}",
    },
    said=_standing,
)

REPLY: Final = Template(
    name="reply",
    texts={
        "en": "Hello {name},\n\n{author} answered:\n\n{body}\n\n{standing}\n\n{footer}",
        "de": "Guten Tag {name},\n\n{author} hat geantwortet:\n\n{body}\n\n{standing}\n\n{footer}",
    },
    said=_standing,
    automatic=False,
    encloses=True,
)

SOLVED: Final = Template(
    name="solved",
    texts={
        "en": 'Hello {name},\n\nyour request "{subject}" is marked as solved. '
        "If it is not, just reply and we go on.\n\n{footer}",
        "de": 'Guten Tag {name},\n\nIhre Anfrage "{subject}" ist als gelöst markiert. '
        "Falls nicht, antworten Sie einfach, dann geht es weiter.\n\n{footer}",
    },
)

REQUESTER_WROTE: Final = Template(
    name="requester_wrote",
    texts={
        "en": '{author} wrote on {id} "{subject}":\n\n{body}\n\n{footer}',
        "de": '{author} hat zu {id} "{subject}" geschrieben:\n\n{body}\n\n{footer}',
    },
    to_staff=True,
    concern=Concern.REPLIED,
)

LETTERS: Final = (ACKNOWLEDGEMENT, REPLY, SOLVED, REQUESTER_WROTE)
