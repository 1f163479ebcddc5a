from helpdesk.assembly.desk import desk
from helpdesk.channels.intake.views import Created, PortalCreated
from helpdesk.core.tickets.actions.change import Outcome
from helpdesk.core.tickets.routes.shared import _view, base_of
from helpdesk.core.tickets.rules.links import status_link
from helpdesk.foundation.edge.http import Answer, answer
from helpdesk.foundation.kernel.actors import Actor


def created(outcome: Outcome, by: Actor) -> Answer:
    ticket = outcome.ticket
    kind = Created if not by.ticket_id else PortalCreated
    view = kind(id=ticket.id, status_url=status_link(desk(), ticket), ticket=_view(outcome, by))
    return answer(view, ticket.revision, 201, location=base_of(by, ticket.id))
