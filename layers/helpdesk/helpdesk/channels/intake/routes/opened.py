"""What who opened a ticket gets."""

from helpdesk.channels.intake.views import Opened
from helpdesk.core.tickets.actions.change import Outcome
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.rules.links import api_path, status_link
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.kernel.actors import Actor


def opened(api: TicketApi, kind: type[Opened], outcome: Outcome, by: Actor) -> Answer:
    ticket = outcome.ticket
    fields = {"id": ticket.id, "status_url": status_link(api.desk(), ticket), "ticket": api.view(outcome, by)}
    return answer(kind(**fields), ticket.revision, 201, location=api_path(by, ticket.id))
