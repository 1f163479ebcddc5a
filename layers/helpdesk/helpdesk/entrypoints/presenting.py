"""Domain values as views: who sees what of a ticket is decided by which of these is called."""

from datetime import datetime
from typing import Any, Final

from msgspec import to_builtins

from helpdesk.domain import sla
from helpdesk.domain.events import AffectedAsset, Attachment, TicketUpdated
from helpdesk.domain.organizations import Organization
from helpdesk.domain.people import Actor
from helpdesk.domain.promises import ledger_of
from helpdesk.domain.settings import DeskSettings
from helpdesk.domain.sla_book import SlaBook
from helpdesk.domain.tickets import Climb, Entry, Ticket
from helpdesk.domain.vocabulary import Visibility
from helpdesk.entrypoints import clock_views, survey_views, views
from helpdesk.entrypoints.customer_views import customer_view
from helpdesk.ports import Card, Page


def for_requester(page: Page, base: str) -> views.RequesterTicket:
    """`base` is where the ticket is found, for the addresses of its attachments."""
    ticket = page.ticket
    timeline = [_public_entry(entry, ticket, base) for entry in page.entries if entry.is_public]
    return views.RequesterTicket(**_for_everybody(ticket), timeline=timeline, earlier=page.earlier)


def for_staff(
    page: Page, base: str, settings: DeskSettings, book: SlaBook, now: datetime, customer: Organization | None = None
) -> views.Ticket:
    ticket = page.ticket
    return views.Ticket(
        **_for_everybody(ticket),
        kind=ticket.kind,
        impact=ticket.impact,
        urgency=ticket.urgency,
        level=ticket.level,
        team=ticket.team,
        organization=ticket.organization,
        plan=ticket.plan,
        customer=customer and customer_view(customer),
        **_assets(ticket),
        channel=ticket.channel,
        language=ticket.language,
        home_region=ticket.home_region,
        until=ticket.until,
        vendor=ticket.vendor,
        next_deadline=ticket.promise.next_deadline,
        clocks=clocks(ticket, book, now),
        ladders=[_ladder(climb) for climb in ticket.climbs],
        survey=survey_views.satisfaction(ticket.survey),
        next_states=list(settings.states[ticket.state].next),
        timeline=[entry_view(entry, ticket, base) for entry in page.entries],
        earlier=page.earlier,
    )


def _for_everybody(ticket: Ticket) -> dict[str, Any]:
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
        "requester": _requester(ticket),
        "assignee": _assignee(ticket),
    }


def clocks(ticket: Ticket, book: SlaBook, now: datetime) -> list[clock_views.Clock]:
    return [clock_view(clock) for clock in ledger_of(ticket, book, now).clocks]


def clock_view(clock: sla.Clock) -> clock_views.Clock:
    return clock_views.Clock(
        clock=clock.clock,
        generation=clock.generation,
        state=clock.state,
        breached=clock.breached,
        started_at=clock.started_at,
        due_at=clock.due_at,
        target_seconds=int(clock.target.total_seconds()),
        remaining_seconds=int(clock.remaining.total_seconds()) if clock.is_live else None,
        met_at=clock.met_at,
        calendar=clock.calendar,
        business=clock.business,
    )


def _assets(ticket: Ticket) -> dict[str, Any]:
    return {"assets": [affected(asset) for asset in ticket.assets], "unknown_asset": ticket.unknown_asset}


def affected(asset: AffectedAsset) -> views.AffectedAsset:
    return views.AffectedAsset(id=asset.id, name=asset.name, type=asset.type, impact=asset.impact)


def _ladder(climb: Climb) -> views.Ladder:
    return views.Ladder(ladder=climb.ladder.partition("@")[0], steps_taken=climb.taken, next_at=climb.next_at)


def explained(ticket: Ticket, book: SlaBook, now: datetime) -> clock_views.Clocks:
    return clock_views.Clocks(items=[_explained(clock) for clock in ledger_of(ticket, book, now).clocks])


def _explained(clock: sla.Clock) -> clock_views.ExplainedClock:
    explanation = sla.explain(clock)
    lines = [
        clock_views.Line(
            start=line.start,
            end=line.end,
            kind=line.kind,
            names=list(line.names),
            counted_seconds=int(line.counted.total_seconds()),
        )
        for line in explanation.lines
    ]
    left = int(explanation.left.total_seconds())
    return clock_views.ExplainedClock(**clock_view(clock).model_dump(), lines=lines, left_seconds=left)


def entry_view(entry: Entry, ticket: Ticket, base: str) -> views.Entry:
    personal = entry.personal
    attachments = getattr(entry.event, "attachments", ())
    return views.Entry(
        id=entry.id,
        at=entry.at,
        type=entry.type,
        visibility=Visibility.PUBLIC if entry.is_public else Visibility.INTERNAL,
        actor=views.Actor(id=entry.actor.id, name=_author(entry, ticket), role=entry.actor.role),
        body=personal.body if personal else None,
        attachments=[_attachment(file, entry, base) for file in attachments],
        data=_data(entry),
    )


# What a requester learns of a fact beside its words; of a fact that is not named here, nothing.
_PUBLIC_DATA: Final = {"StateChanged": {"state", "phase", "previous"}}


def _public_entry(entry: Entry, ticket: Ticket, base: str) -> views.Entry:
    view = entry_view(entry, ticket, base)
    shown = _PUBLIC_DATA.get(entry.type, set())
    return view.model_copy(update={"data": {name: value for name, value in view.data.items() if name in shown}})


def _attachment(file: Attachment, entry: Entry, base: str) -> views.Attachment:
    href = f"{base}/attachments/{file.id}?version={entry.version}"
    return views.Attachment(id=file.id, name=file.name, size=file.size, type=file.type, href=href)


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


def _requester(ticket: Ticket) -> views.Requester:
    return views.Requester(id=ticket.requester, name=ticket.requester_name, email=ticket.requester_email)


def _assignee(ticket: Ticket) -> views.PersonRef | None:
    if ticket.assignee is None:
        return None
    return views.PersonRef(id=ticket.assignee, name=ticket.assignee_name or "")


def card_view(card: Card, by: Actor) -> views.Card:
    staff = by.is_staff
    assignee = views.PersonRef(id=card.assignee, name=card.assignee_name or "") if card.assignee else None
    return views.Card(
        id=card.id,
        kind=card.kind,
        subject=card.subject,
        state=card.state,
        phase=card.phase,
        priority=card.priority,
        level=card.level if staff else None,
        team=card.team if staff else None,
        assignee=assignee,
        requester=views.PersonRef(id=card.requester, name=card.requester_name),
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
