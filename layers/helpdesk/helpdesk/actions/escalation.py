"""Escalation ladders as workflows: started by a fact, climbed step by step, ended by whoever answers."""

from collections.abc import Collection
from datetime import timedelta
from math import ceil
from typing import Final

from msgspec import Struct

from helpdesk.desk import Desk, Wish
from helpdesk.domain import ladders
from helpdesk.domain.decisions import Fact
from helpdesk.domain.errors import NotFoundError, WebhookError
from helpdesk.domain.ladder_events import LadderStepTaken
from helpdesk.domain.ladder_steps import ActionKind
from helpdesk.domain.people import system
from helpdesk.domain.tickets import Climb, Entry, Ticket
from helpdesk.domain.vocabulary import TicketId
from helpdesk.ports import Claim, WebhookCall

LEASE: Final = timedelta(seconds=15)
POLL_SECONDS: Final = 1.0


class Rest(Struct, frozen=True, kw_only=True):
    """What is left of a ladder: nothing, or a wait for somebody's answer before the next step, in real time."""

    over: bool
    wait_seconds: int = 1


def start(desk: Desk, ticket_id: TicketId, climb: str) -> bool:
    return desk.workflows.escalate(ticket_id, climb)


def climb(desk: Desk, ticket_id: TicketId, name: str) -> Rest:
    """Take the step that is due, if one is. Asked again, or when the ticket's own timer was first, it takes none."""

    def decide(ticket: Ticket) -> list[Fact]:
        found, now = _climb(ticket, name), desk.clock.now()
        if found is None or found.next_at > now:
            return []
        return ladders.take(ticket, found, desk.settings.sla().ladders, desk.settings.desk(), now)[1]

    ticket = desk.change(Wish(ticket_id=ticket_id, by=system("escalation"), decide=decide)).ticket
    left = _climb(ticket, name)
    if left is None:
        return Rest(over=True)
    return Rest(over=False, wait_seconds=max(1, ceil(desk.clock.real_seconds_until(left.next_at))))


def _climb(ticket: Ticket, name: str) -> Climb | None:
    return next((found for found in ticket.climbs if found.climb == name), None)


def wait_for_answer(desk: Desk, ticket_id: TicketId, name: str, token: str) -> None:
    """Keep the token for who answers. If somebody did before it was kept, the wait ends at once."""
    desk.tokens.hold(ticket_id, name, token)
    if _climb(desk.tickets.get(ticket_id), name) is None:
        desk.workflows.answer(token)


def end(desk: Desk, ticket_id: TicketId, climbs: Collection[str]) -> int:
    """End the workflows of these ladders that wait for somebody's answer; how many were told."""
    tokens = [token for climb, token in desk.tokens.held(ticket_id).items() if climb in climbs]
    for token in tokens:
        desk.workflows.answer(token)
    return len(tokens)


def call_webhooks(desk: Desk, ticket_id: TicketId, version: int, entry_id: str, body: str) -> int:
    """Call the systems that a step names and that were not called for it yet; how many were called now.

    One that fails keeps the call from none of the others. Raises WebhookError then.
    """
    entry = next((each for each in desk.tickets.commit(ticket_id, version) if each.id == entry_id), None)
    if entry is None:
        raise NotFoundError("entry", entry_id)
    called, failed = 0, []
    for number, url in enumerate(_addresses(desk, entry)):
        try:
            called += _call_once(desk, entry, number, url, body)
        except WebhookError as error:
            failed.append(error)
    if failed:
        raise failed[0]  # the platform tries again; those that were called are not called again
    return called


def _addresses(desk: Desk, entry: Entry) -> tuple[str, ...]:
    if not isinstance(entry.event, LadderStepTaken):
        return ()
    rung = desk.settings.sla().ladders.versions[entry.event.ladder].rung(entry.event.step)
    return rung.values(ActionKind.WEBHOOK) if rung else ()


def _call_once(desk: Desk, entry: Entry, number: int, url: str, body: str) -> bool:
    key = f"webhook#{entry.id}#{number}"
    while (claim := desk.effects.claim(entry.ticket_id, key, LEASE)) is Claim.BUSY:
        desk.clock.pause(POLL_SECONDS)
    if claim is Claim.DONE:
        return False
    call = WebhookCall(id=f"{entry.id}-{number}", url=url, body=body)
    desk.webhooks.call(call)
    desk.effects.done(entry.ticket_id, key, f"webhook-{call.id}")
    return True
