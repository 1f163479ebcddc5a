"""Calls to other systems that a ladder's step names: each once, and again for a day if it was not taken."""

from collections.abc import Mapping
from datetime import datetime
from math import ceil
from typing import Any

from msgspec import Struct

from helpdesk.capabilities.ladders.rules.step import ActionKind
from helpdesk.capabilities.ladders.settings import LADDERS
from helpdesk.channels.webhooks.ports import WebhookCall
from helpdesk.channels.webhooks.rules import WebhookError, next_try
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ladders import LadderStepTaken
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import TicketId


def webhook_key(desk: Desk, by: Actor) -> str:
    """What receivers of webhooks check signatures with: HMAC-SHA256 over `<timestamp>.<body>`."""
    roles.admin_only(by)
    return desk.webhooks.calls.key()


class Told(Struct, frozen=True, kw_only=True):
    """The entry that other systems are told of, and the words for it."""

    ticket_id: TicketId
    version: int
    entry_id: str
    body: str


class Again(Struct, frozen=True, kw_only=True):
    """That it was tried before: so often since then."""

    since: datetime
    tries: int


def call(desk: Desk, told: Told, event: Mapping[str, Any], again: Again | None) -> int:
    """Call the systems that a step names and that were not called for it yet; how many were called now.

    If one did not take it, `event` comes back later, with an `again` of its own. Raises WebhookError after a day, and
    what else went wrong at once: that is no matter of waiting until somebody is up again.
    """
    entry = next((each for each in desk.tickets.commit(told.ticket_id, told.version) if each.id == told.entry_id), None)
    if entry is None:
        raise NotFoundError("entry", told.entry_id)
    called, failed = tried(
        enumerate(_addresses(desk, entry)), lambda at: _call_once(desk, entry, at[0], at[1], told.body)
    )
    down = [str(error) for _, error in failed if isinstance(error, WebhookError)]
    if down:
        _call_again(desk, told, event, again, " ".join(down))
    for _, error in failed:
        if not isinstance(error, WebhookError):
            raise error
    return sum(called)


def _call_again(desk: Desk, told: Told, event: Mapping[str, Any], again: Again | None, why: str) -> None:
    """Those that were called are not called again."""
    now = desk.clock.now()
    since, tries = (again.since, again.tries) if again else (now, 0)
    at = next_try(since, now)
    if at is None:
        raise WebhookError(why)
    wait = max(1, ceil(desk.clock.real_seconds_until(at)))
    following = {**event, "again": {"since": since.isoformat(), "tries": tries + 1}}
    desk.webhooks.retries.call_again(f"{told.entry_id}-{tries + 1}", following, wait)


def _addresses(desk: Desk, entry: Entry) -> tuple[str, ...]:
    if not isinstance(entry.event, LadderStepTaken):
        return ()
    rung = desk.settings.of(LADDERS)[entry.event.ladder].rung(entry.event.step)
    return rung.values(ActionKind.WEBHOOK) if rung else ()


def _call_once(desk: Desk, entry: Entry, number: int, url: str, body: str) -> bool:
    call = WebhookCall(id=f"{entry.id}-{number}", url=url, body=body)

    def act() -> str:
        desk.webhooks.calls.call(call)
        return f"webhook-{call.id}"

    return effect_once(desk, entry.ticket_id, f"webhook#{entry.id}#{number}", act)
