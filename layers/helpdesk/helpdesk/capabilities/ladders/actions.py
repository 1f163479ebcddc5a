"""Escalation ladders as workflows: started by a fact, climbed step by step, ended by whoever answers."""

from collections.abc import Collection
from math import ceil

from msgspec import Struct

from helpdesk.capabilities.ladders.rules import ladder as ladders
from helpdesk.capabilities.ladders.settings import ladders_of
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ladders import Climb
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Outcome, Wish, change
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.apart import each
from helpdesk.foundation.kernel.vocabulary import TicketId


class Rest(Struct, frozen=True, kw_only=True):
    """What is left of a ladder: nothing, or a wait for somebody's answer before the next step, in real time."""

    over: bool
    wait_seconds: int = 1


def start(desk: Desk, ticket_id: TicketId, climb: str) -> bool:
    return desk.ladders.workflows.escalate(ticket_id, climb)


def climb(desk: Desk, ticket_id: TicketId, name: str) -> Rest:
    """Take the step that is due, if one is. Asked again, or when the ticket's own timer was first, it takes none."""

    def decide(ticket: Ticket) -> list[Fact]:
        found, now = _climb(ticket, name), desk.clock.now()
        if found is None or found.next_at > now:
            return []
        return ladders.take(ticket, found, ladders_of(desk.settings), desk.settings.of(TERMS), now)[1]

    ticket = change(desk, Wish(ticket_id=ticket_id, by=system("escalation")), decide).ticket
    left = _climb(ticket, name)
    if left is None:
        return Rest(over=True)
    return Rest(over=False, wait_seconds=max(1, ceil(desk.clock.real_seconds_until(left.next_at))))


def _climb(ticket: Ticket, name: str) -> Climb | None:
    return next((found for found in ticket.climbs if found.key == name), None)


def wait_for_answer(desk: Desk, ticket_id: TicketId, name: str, token: str) -> None:
    """Keep the token for who answers. If somebody did before it was kept, the wait ends at once."""
    desk.ladders.tokens.hold(ticket_id, name, token)
    if _climb(desk.tickets.get(ticket_id), name) is None:
        desk.ladders.workflows.answer(token)


def end(desk: Desk, ticket_id: TicketId, climbs: Collection[str]) -> int:
    """End the workflows of these ladders that wait for somebody's answer; how many were told."""
    tokens = [token for climb, token in desk.ladders.tokens.held(ticket_id).items() if climb in climbs]
    each(tokens, desk.ladders.workflows.answer)
    return len(tokens)


def acknowledge(desk: Desk, wish: Wish) -> Outcome:
    """Say that somebody answers for the ticket: its escalation ladders end. Said twice it changes nothing."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(wish.by, ticket)
        return ladders.acknowledge(ticket)

    return change(desk, wish, decide)
