"""Which ticket a mail belongs to: by the signed token of a thread, by its mails, by the number in a subject.

What is written in a mail, anybody can write: only who takes part in a ticket writes on it. Others have passed on a
token, or seen a subject, and what they write is a ticket of its own that names the other.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.foundation.kernel.vocabulary import Phase, TicketId

_TAG: Final = re.compile(r"\[(HD-[0-9A-HJKMNP-TV-Z]{8})\]", re.IGNORECASE)


class Clue(StrEnum):
    """How a mail names a ticket; what weighs more stands before."""

    TOKEN = "token"  # noqa: S105 - the word, not one of them
    THREAD = "thread"
    SUBJECT = "subject"


class Named(Struct, frozen=True, kw_only=True):
    """A ticket that a mail names, as it is now."""

    ticket: TicketId
    clue: Clue
    phase: Phase
    closed_at: datetime | None = None
    takes_part: bool
    """Whether who sent the mail does: as requester, as one who is in copy, or of the staff who may write on it."""
    side: str | None = None
    """The conversation beside the one with the requester."""


class Place(StrEnum):
    SAME = "same"
    FOLLOW_UP = "follow_up"
    """A ticket of its own that follows one which has been closed for long."""
    LINKED = "linked"
    """A ticket of its own that names one of others."""
    NEW = "new"
    NOTHING = "nothing"
    """A machine wrote on what is closed: nobody waits for an answer to that."""


class Placed(Struct, frozen=True, kw_only=True):
    place: Place
    ticket: TicketId | None = None
    """The one it is about, which is another than its own but for SAME."""
    clue: Clue | None = None
    side: str | None = None
    reopens: bool = False


def ids(mail: Mail, most: int) -> tuple[str, ...]:
    """The mails that it answers, the nearest first: some programs repeat a whole thread, others cut its beginning."""
    return tuple(dict.fromkeys((*mail.in_reply_to, *reversed(mail.references))))[:most]


def tags(subject: str) -> Iterator[TicketId]:
    """Numbers of tickets as our own subjects have them."""
    for number in dict.fromkeys(found[1].upper() for found in _TAG.finditer(subject)):
        yield TicketId(number)


def placed(
    named: Sequence[Named],
    *,
    at: datetime,
    reopens_for: timedelta,
    is_automatic: bool = False,
    is_doubted: bool = False,
) -> Placed:
    """Where a mail goes. One is doubted whose domain says that it did not send it: it acts as nobody.

    Where clues name several tickets, the strongest counts of those that the sender takes part in.
    """
    known = sorted(named, key=lambda each: list(Clue).index(each.clue))
    own = next((each for each in known if each.takes_part and not is_doubted), None)
    if own is not None:
        return _own(own, at, reopens_for, is_automatic=is_automatic)
    other = next(iter(known), None)
    if other is None:
        return Placed(place=Place.NEW)
    return Placed(place=Place.LINKED, ticket=other.ticket, clue=other.clue)


def _own(named: Named, at: datetime, reopens_for: timedelta, *, is_automatic: bool) -> Placed:
    is_closed = named.phase is Phase.CLOSED
    if is_closed and is_automatic:
        return Placed(place=Place.NOTHING, ticket=named.ticket, clue=named.clue, side=named.side)
    if is_closed and (named.closed_at is None or at - named.closed_at > reopens_for) and named.side is None:
        return Placed(place=Place.FOLLOW_UP, ticket=named.ticket, clue=named.clue)
    return Placed(
        place=Place.SAME,
        ticket=named.ticket,
        clue=named.clue,
        side=named.side,
        reopens=is_closed and named.side is None,
    )
