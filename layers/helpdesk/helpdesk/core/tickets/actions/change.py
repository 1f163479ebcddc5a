"""The one loop by which a ticket changes: load, decide, save, and again when somebody else wrote first."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from helpdesk.core.record.fold import fold
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.refusals import StaleError
from helpdesk.foundation.kernel.errors import ConflictError, HopelessError, KeyReusedError
from helpdesk.foundation.kernel.once import Answered, Once
from helpdesk.foundation.platform.ports import Claim

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry, Fact
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.rules.change import Change, Circumstances
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.vocabulary import TicketId
    from helpdesk.foundation.platform.ports import EffectLedger

ATTEMPTS = 8  # so many can write on one ticket at the same moment: of those who meet, one always gets through
PAUSE_SECONDS = 0.4
LEASE = timedelta(seconds=15)  # longer than a mail or a call to another system takes
POLL_SECONDS = 1.0
REFUSED_FOR = timedelta(minutes=5)  # longer than the platform goes on trying


class Outcome(Struct, frozen=True, kw_only=True):
    """The ticket as the change left it, and the entries made; for a known key, as they were the first time."""

    ticket: Ticket
    entries: tuple[Entry, ...] = ()


Along = Callable[["Change"], "Sequence[object]"]


class Wish(Struct, frozen=True, kw_only=True):
    """A change somebody wants."""

    ticket_id: TicketId
    by: Actor
    revision: int | None = None
    """The caller's If-Match: with it, a ticket that moved on is refused."""
    once: Once | None = None
    cause: Entry | None = None
    along: Along | None = None
    """What is written with the change, made of it."""


Decide = Callable[["Ticket"], "list[Fact]"]


def change(desk: Desk, wish: Wish, decide: Decide) -> Outcome:
    """Load, decide, save; again after a moment when somebody else wrote first, ConflictError after the eighth time.

    `decide` gets the ticket as it is now. Raises NotFoundError, StaleError for an old revision, KeyReusedError, and
    what `decide` refuses.
    """
    for attempt in range(ATTEMPTS):
        if attempt:  # those who write at one moment must not meet again
            desk.clock.pause(random.uniform(0, min(PAUSE_SECONDS, 0.05 * 2**attempt)))  # noqa: S311 - jitter
        ticket, answered = desk.tickets.load(wish.ticket_id, wish.once)
        if wish.once and answered:
            return answer_again(desk, wish.once, answered)
        if wish.revision is not None and wish.revision != ticket.revision:
            raise StaleError(access.visible_to(wish.by, ticket), wish.by)
        try:
            return _save(desk, wish, ticket, decide(ticket))
        except ConflictError:
            continue
    raise ConflictError(f"{wish.ticket_id} is being changed by many at once. Please try again.")


def _save(desk: Desk, wish: Wish, ticket: Ticket, facts: Sequence[Fact]) -> Outcome:
    if not facts:
        if wish.once:
            desk.tickets.remember(wish.once, _answered_by(ticket, wish.once))
        return Outcome(ticket=ticket)
    from helpdesk.core.tickets.rules.change import record  # noqa: PLC0415 - only who changes tickets pays for deciding

    made = record(ticket.id, ticket, facts, circumstances(desk, wish.by, wish.cause))
    saved = desk.tickets.save(made, once=wish.once, along=wish.along(made) if wish.along else ())
    return Outcome(ticket=saved, entries=made.entries)


def circumstances(desk: Desk, by: Actor, cause: Entry | None = None) -> Circumstances:
    from helpdesk.core.tickets.rules.change import Circumstances  # noqa: PLC0415 - as above

    return Circumstances(
        actor=by,
        at=desk.clock.now(),
        region=desk.region,
        new_id=desk.new_id,
        settings=desk.settings,
        hooks=desk.hooks(),
        correlation_id=cause.correlation_id or cause.id if cause else "",
        causation_id=cause.id if cause else "",
    )


def effect_once(
    desk: Desk,
    ticket_id: TicketId,
    key: str,
    act: Callable[[], str],
    effects: EffectLedger | None = None,
) -> bool:
    """Have an effect on the world outside, once under its key, and keep its id; False when it was had before.
    A ledger of one's own writes down more together with it.

    Another worker that may be having it is waited for: when its lease runs out, it is had from here. What `act` finds
    hopeless is so for a while without being tried: HopelessError.
    """
    ledger = effects or desk.effects
    while (claim := ledger.claim(ticket_id, key, LEASE)) is Claim.BUSY:
        desk.clock.pause(POLL_SECONDS)
    if claim is Claim.DONE:
        return False
    if claim is Claim.REFUSED:
        raise HopelessError(f"{key} was refused a moment ago.")
    try:
        made = act()
    except HopelessError:
        ledger.refused(ticket_id, key, REFUSED_FOR)
        raise
    ledger.done(ticket_id, key, made)
    return True


def answer_again(desk: Desk, once: Once, answered: Answered) -> Outcome:
    """The first answer to a key, refolded from the entries up to it; KeyReusedError for another payload."""
    if answered.payload != once.payload:
        raise KeyReusedError("This Idempotency-Key was used for another request.")
    entries = desk.tickets.entries(answered.ticket_id, up_to=answered.version)
    made = [entry for entry in entries if entry.version == answered.version] if answered.entry_id else []
    return Outcome(ticket=fold(entries), entries=tuple(made))


def _answered_by(ticket: Ticket, once: Once) -> Answered:
    return Answered(ticket_id=ticket.id, version=ticket.version, entry_id="", payload=once.payload)
