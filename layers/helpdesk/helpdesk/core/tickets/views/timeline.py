"""The timeline of a ticket: entries as people see them."""

from datetime import datetime
from typing import Any, Final

from msgspec import Struct, to_builtins

from helpdesk.core.page import Part, Seen
from helpdesk.core.record import attachments
from helpdesk.core.record import entry as record
from helpdesk.core.record.sides import SideMessageSent
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded, TicketCreated, TicketUpdated
from helpdesk.core.tickets.views.answers import AnswersView, answers_view
from helpdesk.core.tickets.views.people import PersonRef
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.directions import unmarked
from helpdesk.foundation.kernel.vocabulary import Channel, Role, Visibility


class Actor(View):
    id: str
    name: str
    role: Role


class Attachment(View):
    """`href` answers with a short-lived download address."""

    id: str
    name: str
    size: int
    type: str
    href: str


class Noted(View):
    """Who wrote down what the actor said or sent elsewhere, and where that was."""

    by: PersonRef
    channel: Channel


class Entry(View):
    """A line of the timeline. `data` are the fields of the fact named by `type`. `html` is the body with its
    formatting, where it has some: of b, strong, i, em, a, ul, ol, li, blockquote, pre, code, p, br and img alone. An
    img is one of the entry's `attachments`: its src is `cid:` and the attachment's id. `answers` are those to the
    questions of a topic, on the entry that made the ticket.
    """

    id: str
    at: datetime
    type: str
    visibility: Visibility
    actor: Actor
    noted: Noted | None
    body: str | None
    html: str | None
    answers: AnswersView | None
    attachments: list[Attachment]
    data: dict[str, Any]


class Timeline(Struct, frozen=True, kw_only=True):
    timeline: list[Entry]
    earlier: str | None


def _timeline(seen: Seen) -> Timeline:
    shown = [entry_view(entry, seen.ticket, seen.base) for entry in seen.entries]
    return Timeline(timeline=shown, earlier=seen.earlier)


def _conversation(seen: Seen) -> Timeline:
    said = [public_entry(entry, seen.ticket, seen.base) for entry in seen.entries if entry.is_public]
    return Timeline(timeline=said, earlier=seen.earlier)


TIMELINE: Final = Part(fields=Timeline, of=_timeline)

CONVERSATION: Final = Part(fields=Timeline, of=_conversation)
"""The timeline without what is internal."""


def entry_view(entry: record.Entry, ticket: Ticket, base: str) -> Entry:
    """`base` is where the ticket is found, for the addresses of its attachments."""
    personal = entry.personal
    files = getattr(entry.event, "attachments", ())
    return Entry(
        id=entry.id,
        at=entry.at,
        type=entry.type,
        visibility=Visibility.PUBLIC if entry.is_public else Visibility.INTERNAL,
        actor=Actor(id=entry.actor.id, name=_author(entry, ticket), role=entry.actor.role),
        noted=_noted(entry),
        body=personal.body if personal else None,
        html=personal.html if personal else None,
        answers=answers_view(personal.answers) if personal else None,
        attachments=[*(_attachment(file, entry.version, base) for file in files), *_shared(entry, base)],
        data=_data(entry),
    )


# What a requester learns of a fact beside its words; of a fact that is not named here, nothing.
_PUBLIC_DATA: Final = {
    "StateChanged": {"state", "phase", "previous"},
    "TicketContinued": {"ticket"},
    "ParticipantAdded": {"person", "name"},
    "ParticipantRemoved": {"person", "name"},
}


def public_entry(entry: record.Entry, ticket: Ticket, base: str) -> Entry:
    view = entry_view(entry, ticket, base)
    shown = _PUBLIC_DATA.get(entry.type, set())
    return view.model_copy(update={"data": {name: value for name, value in view.data.items() if name in shown}})


def _attachment(file: attachments.Attachment, version: int, base: str) -> Attachment:
    href = f"{base}/attachments/{file.id}?version={version}"
    return Attachment(id=file.id, name=unmarked(file.name), size=file.size, type=file.type, href=href)


def _shared(entry: record.Entry, base: str) -> list[Attachment]:
    """Files of other entries that went along."""
    shared = entry.event.shared if isinstance(entry.event, SideMessageSent) else ()
    return [_attachment(each, each.version, base) for each in shared]


def _noted(entry: record.Entry) -> Noted | None:
    match entry.event:
        case TicketCreated(noted_by=str(by), channel=channel) | MessageAdded(noted_by=str(by), channel=channel):
            name = entry.personal.noted_by if entry.personal else None
            return Noted(by=PersonRef(id=by, name=name or ""), channel=channel)
    return None


def _data(entry: record.Entry) -> dict[str, object]:
    """The fact's fields that say something, and the name of the person it is about."""
    # An edit that names no asset any more says so by an empty list.
    empty: tuple[object, ...] = (None, "") if isinstance(entry.event, TicketUpdated) else (None, "", [])
    data = {name: value for name, value in to_builtins(entry.event).items() if value not in empty}
    for files in ("attachments", "shared"):
        data.pop(files, None)
    if entry.personal and entry.personal.postal:
        data |= to_builtins(entry.personal.postal)
    if entry.personal and entry.personal.blind:
        data["blind"] = list(entry.personal.blind)
    if entry.personal and entry.personal.name:
        data["name"] = entry.personal.name
    return data


def _author(entry: record.Entry, ticket: Ticket) -> str:
    if entry.personal and entry.personal.author:
        return entry.personal.author
    return ticket.requester_name if entry.actor.id == ticket.requester else ""
