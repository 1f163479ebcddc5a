"""The page of a ticket: one field and one line for each capability, made by its views."""

from datetime import datetime
from typing import Final

from helpdesk.capabilities.ladders.views import Ladder, ladder_view
from helpdesk.capabilities.pins.views import Pin, pin_view
from helpdesk.capabilities.surveys.views import Satisfaction, satisfaction
from helpdesk.core.assets.views import AffectedAsset, affected
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.clocks.views import Clock, clocks
from helpdesk.core.organizations.views import Customer, customer_of
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules.links import api_path
from helpdesk.core.tickets.settings import TERMS
from helpdesk.core.tickets.views import page as tickets
from helpdesk.core.tickets.views.page import TicketViews
from helpdesk.core.tickets.views.people import PersonRef, Requester
from helpdesk.core.tickets.views.timeline import Entry, entry_view, public_entry
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.outputs import Problem, View
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Level, Phase, Priority, Scale


class RequesterTicket(View):
    """What the requester sees: nothing internal is in it, by construction."""

    id: str
    subject: str
    state: str
    phase: Phase
    priority: Priority
    category: str | None
    created_at: datetime
    updated_at: datetime
    revision: int
    requester: Requester
    assignee: PersonRef | None
    timeline: list[Entry]
    earlier: str | None


class Ticket(View):
    """`unknown_asset` is what the sender called one that nobody knows by this name."""

    id: str
    kind: Kind
    subject: str
    state: str
    phase: Phase
    impact: Scale
    urgency: Scale
    priority: Priority
    level: Level
    team: str
    assignee: PersonRef | None
    requester: Requester
    organization: str | None
    plan: str | None = None
    customer: Customer | None = None
    assets: list[AffectedAsset]
    unknown_asset: str | None
    channel: Channel
    language: str
    category: str | None
    created_at: datetime
    updated_at: datetime
    revision: int
    home_region: str
    until: datetime | None
    vendor: str | None
    next_deadline: datetime | None
    clocks: list[Clock]
    ladders: list[Ladder]
    next_states: list[str]
    survey: Satisfaction | None
    pin: Pin | None
    timeline: list[Entry]
    earlier: str | None


class NewerTicket(Problem):
    """A 412: the ticket moved on. `current` is how it is now, with an empty timeline."""

    current: Ticket | RequesterTicket


def show(desk: Desk, page: Page, by: Actor) -> Ticket | RequesterTicket:
    """Who sees what of a ticket is decided here and nowhere else."""
    base = api_path(by, page.ticket.id)
    return _for_staff(desk, page, base) if by.is_staff else for_requester(page, base)


def for_requester(page: Page, base: str) -> RequesterTicket:
    ticket = page.ticket
    timeline = [public_entry(entry, ticket, base) for entry in page.entries if entry.is_public]
    return RequesterTicket(**tickets.for_everybody(ticket), timeline=timeline, earlier=page.earlier)


def _for_staff(desk: Desk, page: Page, base: str) -> Ticket:
    ticket = page.ticket
    return Ticket(
        **tickets.for_everybody(ticket),
        **tickets.for_staff(ticket, desk.settings.of(TERMS)),
        customer=customer_of(desk, ticket.organization),
        assets=[affected(asset) for asset in ticket.assets],
        unknown_asset=ticket.unknown_asset,
        clocks=clocks(ticket, book_of(desk.settings), desk.clock.now()),
        ladders=[ladder_view(climb) for climb in ticket.climbs],
        survey=satisfaction(ticket.survey),
        pin=pin_view(ticket.pin),
        timeline=[entry_view(entry, ticket, base) for entry in page.entries],
        earlier=page.earlier,
    )


ticket_page: Final = TicketViews(staff=Ticket, requester=RequesterTicket, newer=NewerTicket, show=show)
