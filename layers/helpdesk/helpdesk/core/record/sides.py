"""Facts about conversations beside the one with the requester: staff write to people outside, by mail alone.

Nobody who asks or takes part learns of any of them: none of these facts is public, whatever becomes of the ticket.
"""

from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.head import Head
from helpdesk.core.record.mails import MailReturned

MOST_MB: Final = 20
"""All files of a letter together: checked when it is written, and by what they really are when it goes."""


class SharedFile(Attachment, frozen=True, kw_only=True):
    """A file of the ticket that goes along. `version` is the commit it came with."""

    version: int


class SideMessageSent(Event, frozen=True, kw_only=True):
    """Staff wrote to people outside. The first of a side begins it. `vendor` is who is waited for by it from now on,
    `mail` the one it came by.
    """

    side: str
    attachments: tuple[Attachment, ...] = ()
    shared: tuple[SharedFile, ...] = ()
    vendor: str | None = None
    mail: str | None = None


class SideMessageReceived(Event, frozen=True, kw_only=True):
    """Somebody outside answered. What is `automatic` a machine wrote."""

    side: str
    mail: str
    attachments: tuple[Attachment, ...] = ()
    automatic: bool = False


class SideClosed(Event, frozen=True, kw_only=True):
    """Nothing more is expected there. What is written there next opens it again."""

    side: str


class SideReopened(Event, frozen=True, kw_only=True):
    """More is expected there than was thought."""

    side: str


class Side(Struct, frozen=True, kw_only=True):
    """A conversation beside. Words and addresses are those of its entries: erased there, a head made anew has none."""

    id: str
    subject: str
    to: tuple[str, ...]
    cc: tuple[str, ...]
    began_at: datetime
    at: datetime
    """When something was written there last."""
    messages: int = 1
    answer: str | None = None
    """The last entry, where somebody outside wrote it: then it is for us to say something."""
    vendor: str | None = None
    open: bool = True
    returned: tuple[str, ...] = ()
    """Addresses from which mail came back."""


class Sides(Struct, frozen=True, kw_only=True):
    """In the order in which they began."""

    sides: tuple[Side, ...]


FACTS: Final = (SideMessageSent, SideMessageReceived, SideClosed, SideReopened)


def after(sides: Sides | None, _: Head, entry: Entry) -> Sides | None:
    match entry.event:
        case SideMessageSent(side=which) as event:
            return _with(sides, _sent(_of(sides, which), event, entry))
        case SideMessageReceived(side=which) | SideClosed(side=which) | SideReopened(side=which):
            before = _of(sides, which)
            return _with(sides, _changed(before, entry)) if before else sides
        case MailReturned(side=str(which)):
            before, address = _of(sides, which), (entry.personal.body if entry.personal else None) or ""
            return _with(sides, _lost(before, address)) if before and address else sides
    return sides


def _of(sides: Sides | None, which: str) -> Side | None:
    return next((side for side in sides.sides if side.id == which), None) if sides else None


def _with(sides: Sides | None, side: Side) -> Sides:
    there = sides.sides if sides else ()
    if any(each.id == side.id for each in there):
        return Sides(sides=tuple(side if each.id == side.id else each for each in there))
    return Sides(sides=(*there, side))


def _sent(before: Side | None, event: SideMessageSent, entry: Entry) -> Side:
    postal = entry.postal
    if before is None:
        return Side(
            id=event.side,
            subject=postal.subject,
            to=postal.to,
            cc=postal.cc,
            began_at=entry.at,
            at=entry.at,
            vendor=event.vendor,
        )
    return replace(
        before,
        to=postal.to,
        cc=postal.cc,
        at=entry.at,
        messages=before.messages + 1,
        answer=None,
        vendor=event.vendor or before.vendor,
        open=True,
        returned=tuple(address for address in before.returned if address in {*postal.to, *postal.cc}),
    )


def _changed(before: Side, entry: Entry) -> Side:
    match entry.event:
        case SideMessageReceived(automatic=automatic):
            joined = tuple(address for address in entry.postal.cc if address not in {*before.to, *before.cc})
            heard = replace(before, cc=before.cc + joined, at=entry.at, messages=before.messages + 1)
            return heard if automatic else replace(heard, answer=entry.id, open=True)
        case SideClosed():
            return replace(before, open=False)
    return replace(before, open=True)


def _lost(before: Side, address: str) -> Side:
    return before if address in before.returned else replace(before, returned=(*before.returned, address))
