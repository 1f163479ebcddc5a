"""The page of a ticket: who sees which of its parts."""

from collections.abc import Sequence
from typing import Final

from helpdesk.capabilities.ladders import views as ladders
from helpdesk.capabilities.participants import views as participants
from helpdesk.capabilities.pins import views as pins
from helpdesk.capabilities.sides import views as sides
from helpdesk.capabilities.surveys import views as surveys
from helpdesk.core.assets import views as assets
from helpdesk.core.clocks import views as clocks
from helpdesk.core.organizations import views as organizations
from helpdesk.core.page import Part, Seen, composed
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules.links import api_path
from helpdesk.core.tickets.views import page as tickets
from helpdesk.core.tickets.views import timeline
from helpdesk.core.tickets.views.page import TicketViews
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.composing import showing
from helpdesk.foundation.edge.outputs import Problem, View
from helpdesk.foundation.kernel.actors import Actor

FOR_REQUESTERS: Final[Sequence[Part]] = (
    tickets.FOR_EVERYBODY,
    participants.FOR_REQUESTERS,
    surveys.FOR_REQUESTERS,
    timeline.CONVERSATION,
)
FOR_STAFF: Final[Sequence[Part]] = (
    tickets.FOR_EVERYBODY,
    tickets.FOR_STAFF,
    organizations.PART,
    assets.PART,
    clocks.PART,
    ladders.PART,
    surveys.PART,
    pins.PART,
    participants.PART,
    sides.PART,
    timeline.TIMELINE,
)


@showing(*(part.fields for part in FOR_REQUESTERS))
class RequesterTicket(View):
    """What the requester sees: nothing internal is in it, by construction."""


@showing(*(part.fields for part in FOR_STAFF))
class Ticket(View):
    """What staff see."""


class NewerTicket(Problem):
    """A 412: the ticket moved on. `current` is how it is now, with an empty timeline."""

    current: Ticket | RequesterTicket


def show(desk: Desk, page: Page, by: Actor) -> Ticket | RequesterTicket:
    """Who sees what of a ticket is decided here and nowhere else."""
    seen = Seen(
        ticket=page.ticket,
        entries=page.entries,
        earlier=page.earlier,
        by=by,
        base=api_path(by, page.ticket.id),
        desk=desk,
    )
    if by.is_staff:
        return Ticket(**composed(FOR_STAFF, seen))
    return RequesterTicket(**composed(FOR_REQUESTERS, seen))


ticket_page: Final = TicketViews(staff=Ticket, requester=RequesterTicket, newer=NewerTicket, show=show)
