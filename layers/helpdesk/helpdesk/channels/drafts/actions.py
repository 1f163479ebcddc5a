"""What somebody writes is theirs: kept while they may see the ticket, and had back on each of their devices. Who works
on the ticket reads it there, and may take it over.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from msgspec.structs import replace

from helpdesk.channels.drafts import rules
from helpdesk.channels.drafts.rules import Begun, Draft, DraftKind
from helpdesk.channels.live import hooks as live
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

_TRIES: Final = 3


def own(desk: Desk, by: Actor) -> Sequence[Draft]:
    """The newest first."""
    roles.any_staff(by)
    return sorted(desk.drafts.all(PersonId(by.id)), key=lambda draft: draft.at, reverse=True)


def read(desk: Desk, by: Actor, ticket_id: TicketId, kind: DraftKind) -> Draft:
    """One's own words, whoever has the ticket now."""
    roles.any_staff(by)
    draft = desk.drafts.get(PersonId(by.id), ticket_id, kind)
    if draft is None:
        raise NotFoundError("draft", f"{ticket_id}/{kind}")
    return draft


def keep(desk: Desk, by: Actor, draft: Draft) -> Draft:
    """What is newest stays, and is given back; the other devices of its writer are told."""
    ticket = access.workable_by(by, desk.tickets.get(draft.ticket))
    wanted = replace(draft, ticket=ticket.id, at=min(draft.at, desk.clock.now()), by=by.name)
    stands = desk.drafts.put(PersonId(by.id), wanted)
    if stands == wanted:
        _announce(desk, by.id, stands.ticket, stands.kind, stands.at.isoformat())
    return stands


def drop(desk: Desk, by: Actor, ticket_id: TicketId, kind: DraftKind) -> None:
    """It is sent, or not wanted any more."""
    roles.any_staff(by)
    if desk.drafts.drop(PersonId(by.id), ticket_id, kind):
        _announce(desk, by.id, ticket_id, kind)


def of_colleagues(desk: Desk, by: Actor, ticket_id: TicketId) -> Sequence[Begun]:
    """What others have begun to write on a ticket, the newest first."""
    ticket = access.workable_by(by, desk.tickets.get(ticket_id))
    others = (begun for begun in desk.drafts.on(ticket.id) if begun.person != by.id)
    return sorted(others, key=lambda begun: begun.draft.at, reverse=True)


def take_over(desk: Desk, by: Actor, ticket_id: TicketId, kind: DraftKind, writer: PersonId) -> Draft:
    """Go on with what a colleague has begun, as they have it at this moment; it stands behind one's own words. Their
    own devices are told by whom.
    """
    ticket = access.workable_by(by, desk.tickets.get(ticket_id))
    for attempt in range(_TRIES):
        try:
            mine = _taken(desk, by, ticket.id, kind, writer)
        except ConflictError:
            if attempt == _TRIES - 1:
                raise
        else:
            break
    _announce(desk, writer, ticket.id, kind, taken_by=by.name)
    _announce(desk, PersonId(by.id), ticket.id, kind, mine.at.isoformat())
    return mine


def _taken(desk: Desk, by: Actor, ticket_id: TicketId, kind: DraftKind, writer: PersonId) -> Draft:
    theirs = desk.drafts.get(writer, ticket_id, kind)
    if theirs is None or writer == by.id:
        raise NotFoundError("draft", f"{ticket_id}/{kind}")
    own = desk.drafts.get(PersonId(by.id), ticket_id, kind)
    ids = {file.id: desk.new_id() for file in theirs.files}
    passed = {was: new for was, new in ids.items() if desk.attachments.pass_on(f"{writer}-{was}", f"{by.id}-{new}")}
    mine = rules.behind(own, rules.renamed(theirs, passed))
    at = max(desk.clock.now(), own.at + timedelta(milliseconds=1)) if own else desk.clock.now()
    mine = replace(mine, at=at, by=by.name)
    desk.drafts.take(Begun(person=writer, draft=theirs), PersonId(by.id), own, mine)
    return mine


def _announce(
    desk: Desk, person: str, ticket_id: TicketId, kind: DraftKind, at: str | None = None, taken_by: str | None = None
) -> None:
    said = {"type": "draft", "ticket_id": ticket_id, "kind": kind, "at": at}
    taken = {"taken_by": taken_by} if taken_by else {}
    live.tell(desk.live, [f"person:{person}"], said | taken, public=True)
