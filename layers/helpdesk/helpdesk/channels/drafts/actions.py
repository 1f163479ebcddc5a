"""What somebody writes is theirs alone: kept while they may see the ticket, and had back on each of their devices."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.channels.drafts.rules import Draft, DraftKind
from helpdesk.channels.live import hooks as live
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


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
    wanted = replace(draft, ticket=ticket.id, at=min(draft.at, desk.clock.now()))
    stands = desk.drafts.put(PersonId(by.id), wanted)
    if stands == wanted:
        _announce(desk, by, stands.ticket, stands.kind, stands.at.isoformat())
    return stands


def drop(desk: Desk, by: Actor, ticket_id: TicketId, kind: DraftKind) -> None:
    """It is sent, or not wanted any more."""
    roles.any_staff(by)
    if desk.drafts.drop(PersonId(by.id), ticket_id, kind):
        _announce(desk, by, ticket_id, kind, None)


def _announce(desk: Desk, by: Actor, ticket_id: TicketId, kind: DraftKind, at: str | None) -> None:
    said = {"type": "draft", "ticket_id": ticket_id, "kind": kind, "at": at}
    live.tell(desk.live, [f"person:{by.id}"], said, public=True)
