from datetime import datetime

from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import StateChanged
from helpdesk.core.tickets.rules.refusals import NOT_ON_HOLD, NOT_WAITING, TransitionRefusedError
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Phase


def transition(
    ticket: Ticket,
    target: str,
    reason: str,
    settings: TicketTerms,
    until: datetime | None = None,
    vendor: str | None = None,
) -> list[Fact]:
    """Move to another state. A waiting state may name `until` when the ticket comes back by itself; one on hold, the
    `vendor` who is waited for, whose clock runs until it is taken off hold or waits for no vendor any more, "".
    """
    if target == ticket.state:
        until = until or ticket.until
        if until == ticket.until and vendor in {None, ticket.vendor or ""}:
            return []
    state = settings.state(target) if target == ticket.state else settings.move(ticket.state, target)
    if until and state.phase not in {Phase.PENDING, Phase.ON_HOLD}:
        raise InvalidError.at("until", NOT_WAITING(state=target))
    if vendor and state.phase is not Phase.ON_HOLD:
        raise InvalidError.at("vendor", NOT_ON_HOLD(state=target))
    if state.phase is not Phase.ON_HOLD and ticket.vendor:
        vendor = ""
    moved = StateChanged(
        state=state.name, phase=state.phase, previous=ticket.state, reason=reason, until=until, vendor=vendor
    )
    return [Fact(event=moved)]


def check_open(ticket: Ticket) -> None:
    if ticket.phase is Phase.CLOSED:
        raise TransitionRefusedError(f"{ticket.id} is {ticket.state} and no longer changes.")
