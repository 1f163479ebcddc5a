from typing import Any, Final

from msgspec import to_builtins

from helpdesk.core.record.affected import AffectedAsset
from helpdesk.core.record.attachments import Attachment
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketUpdated
from helpdesk.core.tickets.rules.listing import Card
from helpdesk.core.tickets.views import shapes
from helpdesk.core.tickets.views.shapes import PersonRef, Requester
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Visibility


def for_everybody(ticket: Ticket) -> dict[str, Any]:
    """What its requester may know of a ticket, and staff anyway."""
    return {
        "id": ticket.id,
        "subject": ticket.subject,
        "state": ticket.state,
        "phase": ticket.phase,
        "priority": ticket.priority,
        "category": ticket.category,
        "created_at": ticket.created_at,
        "updated_at": ticket.updated_at,
        "revision": ticket.revision,
        "requester": requester_view(ticket),
        "assignee": assignee_view(ticket),
    }


def assets_shown(ticket: Ticket) -> dict[str, Any]:
    return {"assets": [affected(asset) for asset in ticket.assets], "unknown_asset": ticket.unknown_asset}


def affected(asset: AffectedAsset) -> shapes.AffectedAsset:
    return shapes.AffectedAsset(id=asset.id, name=asset.name, type=asset.type, impact=asset.impact)


def entry_view(entry: Entry, ticket: Ticket, base: str) -> shapes.Entry:
    personal = entry.personal
    attachments = getattr(entry.event, "attachments", ())
    return shapes.Entry(
        id=entry.id,
        at=entry.at,
        type=entry.type,
        visibility=Visibility.PUBLIC if entry.is_public else Visibility.INTERNAL,
        actor=shapes.Actor(id=entry.actor.id, name=_author(entry, ticket), role=entry.actor.role),
        body=personal.body if personal else None,
        attachments=[_attachment(file, entry, base) for file in attachments],
        data=_data(entry),
    )


# What a requester learns of a fact beside its words; of a fact that is not named here, nothing.
_PUBLIC_DATA: Final = {"StateChanged": {"state", "phase", "previous"}}


def public_entry(entry: Entry, ticket: Ticket, base: str) -> shapes.Entry:
    view = entry_view(entry, ticket, base)
    shown = _PUBLIC_DATA.get(entry.type, set())
    return view.model_copy(update={"data": {name: value for name, value in view.data.items() if name in shown}})


def _attachment(file: Attachment, entry: Entry, base: str) -> shapes.Attachment:
    href = f"{base}/attachments/{file.id}?version={entry.version}"
    return shapes.Attachment(id=file.id, name=file.name, size=file.size, type=file.type, href=href)


def _data(entry: Entry) -> dict[str, object]:
    """The fact's fields that say something, and the name of the person it is about."""
    # An edit that names no asset any more says so by an empty list.
    empty: tuple[object, ...] = (None, "") if isinstance(entry.event, TicketUpdated) else (None, "", [])
    data = {name: value for name, value in to_builtins(entry.event).items() if value not in empty}
    data.pop("attachments", None)
    if entry.personal and entry.personal.name:
        data["name"] = entry.personal.name
    return data


def _author(entry: Entry, ticket: Ticket) -> str:
    if entry.personal and entry.personal.author:
        return entry.personal.author
    return ticket.requester_name if entry.actor.id == ticket.requester else ""


def requester_view(ticket: Ticket) -> Requester:
    return Requester(id=ticket.requester, name=ticket.requester_name, email=ticket.requester_email)


def assignee_view(ticket: Ticket) -> PersonRef | None:
    if ticket.assignee is None:
        return None
    return PersonRef(id=ticket.assignee, name=ticket.assignee_name or "")


def card_view(card: Card, by: Actor) -> shapes.Card:
    staff = by.is_staff
    assignee = PersonRef(id=card.assignee, name=card.assignee_name or "") if card.assignee else None
    return shapes.Card(
        id=card.id,
        kind=card.kind,
        subject=card.subject,
        state=card.state,
        phase=card.phase,
        priority=card.priority,
        level=card.level if staff else None,
        team=card.team if staff else None,
        assignee=assignee,
        requester=PersonRef(id=card.requester, name=card.requester_name),
        organization=card.organization if staff else None,
        plan=card.plan if staff else None,
        category=card.category,
        created_at=card.created_at,
        updated_at=card.updated_at,
        next_deadline=card.next_deadline if staff else None,
        next_clock=card.next_clock if staff else None,
        breached=list(card.breached) if staff else [],
        waiting=card.waiting and staff,
        until=card.until if staff else None,
    )
