"""A ticket as it can be found: what was written on it, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from helpdesk.capabilities.search.rules.document import Document, Mark, Passage
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Personal
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded, StateChanged
from helpdesk.core.tickets.rules.access import place_of
from helpdesk.core.tickets.rules.listing import card, waits_for
from helpdesk.foundation.kernel.vocabulary import Phase

LONGEST: Final = 1_000_000
"""Signs of one ticket: what was written before its newest million is not looked into."""


def document_of(ticket: Ticket, entries: Sequence[Entry], team: str = "", organization: str = "") -> Document:
    """From its head and all entries up to it, oldest first; team and organization by their names."""
    language = ticket.text_language or ticket.language
    return Document(
        id=ticket.id,
        version=ticket.version,
        created=ticket.created_at,
        at=ticket.updated_at,
        due=ticket.promise.next_deadline,
        solved=_solved_at(ticket, entries),
        title=ticket.subject,
        language=language,
        texts=tuple(_passages(entries, language)),
        marks=tuple(dict.fromkeys([*_known(ticket, team, organization), *_of_entries(entries)])),
        place=place_of(ticket),
        card=card(ticket),
    )


def _solved_at(ticket: Ticket, entries: Sequence[Entry]) -> datetime | None:
    """Since when nobody works on it, because it is done: closing it later is no news."""
    if not ticket.phase.is_finished:
        return None
    for entry in reversed(entries):
        if isinstance(entry.event, StateChanged) and entry.event.phase is not Phase.CLOSED:
            return entry.at if entry.event.phase is Phase.SOLVED else None
    return None


def _passages(entries: Sequence[Entry], language: str) -> list[Passage]:
    """In the order in which they were written."""
    found: list[Passage] = []
    room = LONGEST
    for entry in reversed(entries):
        for text in reversed([words for words in _words(entry) if words]):
            if room <= 0:
                break
            found.append(Passage(text=text[:room], language=language, internal=not entry.is_public))
            room -= len(text)
    return found[::-1]


def _words(entry: Entry) -> Iterator[str]:
    """What people wrote there. Subjects are in the title, and names of people are marks."""
    personal = entry.personal or Personal()
    if personal.postal:
        yield personal.postal.subject
    if personal.body:
        yield personal.body
    if personal.answers:
        yield personal.answers.text
    for field in sorted(entry.event.words - {"subject"}):
        if isinstance(words := getattr(entry.event, field), str):
            yield words


def _known(ticket: Ticket, team: str, organization: str) -> Iterator[Mark]:
    """Marks of its head. Public are those that requesters see on their own tickets, too."""
    yield Mark(field="id", value=ticket.id, public=True)
    asker = f"{ticket.requester_name} {ticket.requester_email}"
    yield Mark(field="from", value=ticket.requester, words=asker, public=True)
    for field in ("state", "priority", "kind", "channel"):
        yield Mark(field=field, value=str(getattr(ticket, field)), public=True)
    for word in _stands(ticket.phase):
        yield Mark(field="is", value=word, public=True)
    yield Mark(field="team", value=ticket.team, words=team)
    if ticket.assignee:
        name = ticket.assignee_name or ""
        yield Mark(field="assignee", value=ticket.assignee, words=name, public=True)
    if ticket.organization:
        yield Mark(field="organization", value=ticket.organization, words=organization)
    if ticket.category:
        yield Mark(field="category", value=ticket.category, public=True)
    for person in ticket.participants:
        yield Mark(field="with", value=person.person, words=f"{person.name} {person.email}", public=True)
    yield from _for_staff(ticket)


def _stands(phase: Phase) -> Iterator[str]:
    if phase in {Phase.SOLVED, Phase.CLOSED}:
        yield phase.value
    else:
        yield "open"
    if phase in {Phase.PENDING, Phase.ON_HOLD}:
        yield "waiting"


def _for_staff(ticket: Ticket) -> Iterator[Mark]:
    yield Mark(field="level", value=str(ticket.level))
    yield from (Mark(field="tag", value=tag) for tag in ticket.tags)
    if ticket.assignee is None:
        yield Mark(field="is", value="unassigned")
    if turn := waits_for(ticket.phase):
        yield Mark(field="waits", value=turn.value)
    if ticket.promise.breached:
        yield Mark(field="is", value="breached")
    if ticket.vendor:
        yield Mark(field="vendor", value=ticket.vendor, words=ticket.vendor)
    if ticket.caller and ticket.caller.phone:
        yield Mark(field="phone", value=ticket.caller.phone)
    yield from _assets(ticket)
    for side in ticket.sides:
        yield Mark(field="outside", value=side.id, words=" ".join((*side.to, *side.cc)))


def _assets(ticket: Ticket) -> Iterator[Mark]:
    if ticket.assets:
        yield Mark(field="has", value="asset")
    for asset in ticket.assets:
        yield Mark(field="asset", value=asset.id, words=asset.name)
    if ticket.unknown_asset:
        yield Mark(field="asset", value=ticket.unknown_asset)


def _of_entries(entries: Sequence[Entry]) -> Iterator[Mark]:
    for entry in entries:
        if isinstance(entry.event, MessageAdded) and not entry.is_public:
            yield Mark(field="has", value="note")
        for file in _files(entry):
            yield Mark(field="has", value="attachment", public=entry.is_public)
            yield Mark(field="file", value=file.name, words=file.name, public=entry.is_public)


def _files(entry: Entry) -> tuple[Attachment, ...]:
    return getattr(entry.event, "attachments", ())
