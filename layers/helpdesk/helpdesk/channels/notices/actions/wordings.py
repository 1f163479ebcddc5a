"""Letters in words of one's own: read by staff; tried, saved and taken back by administrators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from helpdesk.channels.notices.letters import LANGUAGES, readable, write
from helpdesk.channels.notices.rules.examples import example_ticket
from helpdesk.channels.notices.rules.letterhead import PLAIN
from helpdesk.channels.notices.rules.places import EXAMPLES, places_of
from helpdesk.channels.notices.rules.roundup import Roundup
from helpdesk.channels.notices.rules.wording import (
    MOST_WORDINGS,
    NO_LETTER,
    NO_MAILBOX,
    OF_MANY,
    BrokenWordsError,
    Letter,
    Wording,
    WordingFault,
)
from helpdesk.channels.notices.settings import WORDINGS, letterhead_of
from helpdesk.core.tickets.letters import Recipient
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.reading import SettingError
from helpdesk.foundation.kernel.refusals import NOT_ONE_OF, TOO_MANY, TWICE
from helpdesk.foundation.kernel.revisions import following

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping, Sequence

    from helpdesk.channels.notices.rules.roundup import Kind
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.letters import Template
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.vocabulary import TicketId
    from helpdesk.foundation.settings.edition import Edition

LOOKED_AT: Final = 50
"""Entries of a ticket, among which its last message is looked for: one request."""


class Held(Struct, frozen=True, kw_only=True):
    """What is saved, and which of it failed when it was last used."""

    edition: Edition
    faults: Sequence[WordingFault]


def read(desk: Desk, by: Actor) -> Held:
    roles.staff_only(by)
    return _held(desk, desk.settings.now(WORDINGS.bundle))


def save(desk: Desk, by: Actor, letters: Mapping[str, Kind], wordings: Sequence[Wording], revision: int | None) -> Held:
    """The settings with these; refused with the place of what no letter can be made of. Raises SettingsMovedError."""
    roles.admin_only(by)
    now = desk.settings.now(WORDINGS.bundle)
    following(revision, now.revision)
    if len(wordings) > MOST_WORDINGS:
        raise InvalidError.at("templates", TOO_MANY(most=MOST_WORDINGS))
    for index, wording in enumerate(wordings):
        _check(desk, letters, wording, f"templates.{index}.")
        if wording.place in {other.place for other in wordings[:index]}:
            raise SettingError(f"templates.{index}.letter", TWICE(name=wording.letter))
    after = now.with_fields({"templates": to_builtins(wordings)}, desk.clock.now(), by.id)
    desk.settings.save(now, after)
    return _held(desk, after)


def preview(desk: Desk, by: Actor, letters: Mapping[str, Kind], wording: Wording, ticket_id: TicketId | None) -> Letter:
    """The letter that would be made of these words: of a ticket, as its requester would read it, or of an example. Its
    link leads to no ticket: nobody gets somebody else's by looking at a letter.
    """
    roles.admin_only(by)
    if ticket_id and isinstance(letters.get(wording.letter), Roundup):
        raise SettingError("ticket", OF_MANY(name=wording.letter))
    return _check(desk, letters, wording, "", _of_ticket(desk, by, ticket_id) if ticket_id else None)


class _Sample(Struct, frozen=True, kw_only=True):
    ticket: Ticket
    entry: Entry | None


def _held(desk: Desk, edition: Edition) -> Held:
    editions = {each.place: each.edition for each in edition.of(WORDINGS).all}
    noted = desk.notices.faults.all() if editions else ()
    return Held(edition=edition, faults=[each for each in noted if editions.get(each.place) == each.edition])


def _of_ticket(desk: Desk, by: Actor, ticket_id: TicketId) -> _Sample:
    page = desk.tickets.timeline(ticket_id, None, LOOKED_AT)
    messages = [each for each in page.entries if each.is_public and each.personal and each.personal.body]
    return _Sample(ticket=access.workable_by(by, page.ticket), entry=messages[-1] if messages else None)


def _check(
    desk: Desk, letters: Mapping[str, Kind], wording: Wording, place: str, sample: _Sample | None = None
) -> Letter:
    """The letter as it would be; SettingError with the place of what cannot be used."""
    from helpdesk.channels.notices.rules import own_words  # noqa: PLC0415 - only who writes letters pays for it

    if wording.letter not in letters:
        raise SettingError(f"{place}letter", NO_LETTER(name=wording.letter))
    if wording.language not in LANGUAGES:
        raise SettingError(f"{place}language", NOT_ONE_OF(known=", ".join(LANGUAGES)))
    kind = letters[wording.letter]
    if wording.mailbox and isinstance(kind, Roundup):
        raise SettingError(f"{place}mailbox", OF_MANY(name=wording.letter))
    if wording.mailbox and letterhead_of(desk.settings, wording.mailbox) is None:
        raise SettingError(f"{place}mailbox", NO_MAILBOX(name=wording.mailbox))
    try:
        own_words.check(wording, places_of(kind))
        return kind.example(desk, wording) if isinstance(kind, Roundup) else _letter(desk, kind, wording, sample)
    except BrokenWordsError as broken:
        raise SettingError(f"{place}{broken.field}", broken.why) from broken


def _letter(desk: Desk, template: Template, wording: Wording, sample: _Sample | None) -> Letter:
    from helpdesk.foundation.edge import pictures  # noqa: PLC0415 - as above

    said = {place: EXAMPLES[place][wording.language] for place in places_of(template) if place in EXAMPLES}
    name, html = said.pop("name"), None
    ticket = replace(example_ticket(desk.clock.now()), subject=said.pop("subject"))
    reader = readable(Recipient(name=name, language=wording.language, link=f"{desk.site_url}/ticket"))
    if sample:
        ticket, reader = sample.ticket, replace(reader, name=sample.ticket.requester_name or name)
        entry = sample.entry
        if entry and entry.personal and "body" in said:
            html = entry.personal.html and pictures.as_links(entry.personal.html, reader.link)
            said |= {"author": entry.personal.author or entry.personal.name or "", "body": entry.personal.body or ""}
        said |= _said(desk, template, ticket, entry, reader)
    said.pop("id", None)
    mailbox = wording.mailbox or (ticket.mailed.mailbox if ticket.mailed else "")
    head = letterhead_of(desk.settings, mailbox) or PLAIN
    head = replace(head, signature="" if template.to_staff else head.signature)
    return write(template, ticket, reader, said, html, (), head, wording)


def _said(desk: Desk, template: Template, ticket: Ticket, entry: Entry | None, reader: Recipient) -> Mapping[str, str]:
    """What the letter says of the ticket, where that does not hang on another fact than a message."""
    try:
        return template.said(desk, ticket, entry, reader) if entry else {}
    except TypeError:
        return {}
