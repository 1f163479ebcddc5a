from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import StateChanged
from helpdesk.core.tickets.rules.refusals import CANCEL_REASON, NOT_ON_HOLD, NOT_WAITING, TransitionRefusedError
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.roles import leads
from helpdesk.foundation.kernel.vocabulary import Channel, Phase

REOPENED_FOR: Final = timedelta(days=7)
"""How long a lead may take up again what was cancelled."""

TAKEN_BACK_FOR: Final = timedelta(minutes=1)
"""How long a move can be taken back: people are offered it for ten seconds, and may be slow and offline meanwhile."""


def transition(
    ticket: Ticket,
    target: str,
    reason: str,
    settings: TicketTerms,
    until: datetime | None = None,
    vendor: str | None = None,
    told: Channel | None = None,
    back: str | None = None,
) -> list[Fact]:
    """Move to another state. A waiting state may name `until` when the ticket comes back by itself; one on hold, the
    `vendor` who is waited for, whose clock runs until it is taken off hold or waits for no vendor any more, "". One
    that is solved may have been `told` its requester at once. It may go `back` to where it came from although no move
    leads there.
    """
    if target == ticket.state:
        until = until or ticket.until
        if until == ticket.until and vendor in {None, ticket.vendor or ""}:
            return []
    goes = target not in {ticket.state, back}
    state = settings.move(ticket.state, target) if goes else settings.state(target)
    if settings.is_cancelled(state.name) and target != ticket.state and not reason.strip():
        raise InvalidError.at("reason", CANCEL_REASON())
    if until and state.phase not in {Phase.PENDING, Phase.ON_HOLD}:
        raise InvalidError.at("until", NOT_WAITING(state=target))
    if vendor and state.phase is not Phase.ON_HOLD:
        raise InvalidError.at("vendor", NOT_ON_HOLD(state=target))
    if state.phase is not Phase.ON_HOLD and ticket.vendor:
        vendor = ""
    moved = StateChanged(
        state=state.name,
        phase=state.phase,
        previous=ticket.state,
        reason=reason,
        until=until,
        vendor=vendor,
        told=told if state.phase is Phase.SOLVED else None,
    )
    return [Fact(event=moved)]


def way_back(ticket: Ticket, at: datetime) -> str | None:
    """Where a move just came from: it can be taken back there. What is over was asked about beforehand."""
    fresh = at - ticket.state_since <= TAKEN_BACK_FOR
    return ticket.state_before if fresh and ticket.phase is not Phase.CLOSED else None


def next_states(ticket: Ticket, by: Actor, at: datetime, settings: TicketTerms) -> tuple[str, ...]:
    """Where somebody may move it now."""
    return settings.after(ticket.state) if _is_theirs_to_move(ticket, by, at) else ()


def check_taken_up(ticket: Ticket, facts: Iterable[Fact], by: Actor, at: datetime) -> None:
    """What was cancelled is taken up again by a lead, within a week."""
    moved = any(isinstance(fact.event, StateChanged) for fact in facts)
    if moved and not _is_theirs_to_move(ticket, by, at):
        raise TransitionRefusedError(
            f"{ticket.id} is {ticket.state}; a lead can reopen it for {REOPENED_FOR.days} days."
        )


def _is_theirs_to_move(ticket: Ticket, by: Actor, at: datetime) -> bool:
    return ticket.phase is not Phase.CLOSED or (leads(by) and at - ticket.state_since <= REOPENED_FOR)


def check_open(ticket: Ticket) -> None:
    if ticket.phase is Phase.CLOSED:
        raise TransitionRefusedError(f"{ticket.id} is {ticket.state} and no longer changes.")
