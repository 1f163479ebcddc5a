"""Domain values as views: who sees what of a ticket is decided by which of these is called."""

from datetime import datetime

from helpdesk.capabilities.ladders.views import Ladder, ladder_view
from helpdesk.capabilities.surveys.views import Satisfaction, satisfaction
from helpdesk.core.clocks.settings.book import Book
from helpdesk.core.clocks.views import Clock, clocks
from helpdesk.core.organizations.rules import Organization
from helpdesk.core.organizations.views import Customer, customer_view
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.settings import TicketTerms
from helpdesk.core.tickets.views.shapes import AffectedAsset, Entry, PersonRef, Requester
from helpdesk.core.tickets.views.showing import assets_shown, entry_view, for_everybody, public_entry
from helpdesk.foundation.edge.outputs import Problem, View
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
    timeline: list[Entry]
    earlier: str | None


class NewerTicket(Problem):
    """A 412: the ticket moved on. `current` is how it is now, with an empty timeline."""

    current: Ticket | RequesterTicket


def for_requester(page: Page, base: str) -> RequesterTicket:
    """`base` is where the ticket is found, for the addresses of its attachments."""
    ticket = page.ticket
    timeline = [public_entry(entry, ticket, base) for entry in page.entries if entry.is_public]
    return RequesterTicket(**for_everybody(ticket), timeline=timeline, earlier=page.earlier)


def for_staff(
    page: Page, base: str, settings: TicketTerms, book: Book, now: datetime, customer: Organization | None = None
) -> Ticket:
    ticket = page.ticket
    return Ticket(
        **for_everybody(ticket),
        kind=ticket.kind,
        impact=ticket.impact,
        urgency=ticket.urgency,
        level=ticket.level,
        team=ticket.team,
        organization=ticket.organization,
        plan=ticket.plan,
        customer=customer and customer_view(customer),
        **assets_shown(ticket),
        channel=ticket.channel,
        language=ticket.language,
        home_region=ticket.home_region,
        until=ticket.until,
        vendor=ticket.vendor,
        next_deadline=ticket.promise.next_deadline,
        clocks=clocks(ticket, book, now),
        ladders=[ladder_view(climb) for climb in ticket.climbs],
        survey=satisfaction(ticket.survey),
        next_states=list(settings.states[ticket.state].next),
        timeline=[entry_view(entry, ticket, base) for entry in page.entries],
        earlier=page.earlier,
    )
