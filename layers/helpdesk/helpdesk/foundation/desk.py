"""The desk: everything an action may reach for, and the one loop by which a ticket changes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from helpdesk.capabilities.surveys.rules import RATINGS
from helpdesk.core.record.fold import fold
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.refusals import StaleError
from helpdesk.foundation.kernel.errors import ConflictError, KeyReusedError
from helpdesk.foundation.kernel.once import Answered
from helpdesk.foundation.platform.ports import Claim

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.assignment.ports import AssignmentQueue, Boards
    from helpdesk.capabilities.attachments.ports import FileStore
    from helpdesk.capabilities.ladders.ports import TokenBoard, Workflows
    from helpdesk.capabilities.levels.ports import Escalations, LevelNotes
    from helpdesk.capabilities.timers.ports import Timers, WalkBoard
    from helpdesk.channels.intake.ports import TextLanguage
    from helpdesk.channels.live.ports import Browsers, LiveBoard
    from helpdesk.channels.notices.ports import Mailer
    from helpdesk.channels.publishing.ports import Bus
    from helpdesk.channels.webhooks.ports import Webhooks
    from helpdesk.core.assets.ports import Assets
    from helpdesk.core.directory.ports import Directory
    from helpdesk.core.organizations.ports import Organizations
    from helpdesk.core.record.entry import Entry, Fact
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.staffing.ports import Staffing
    from helpdesk.core.tickets.ports import TicketStore
    from helpdesk.core.tickets.rules.change import Circumstances
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.once import Once
    from helpdesk.foundation.kernel.vocabulary import TicketId
    from helpdesk.foundation.platform.ports import Clock, EffectLedger, Queue, Signer
    from helpdesk.foundation.settings.ports import SettingsStore

ATTEMPTS = 8  # so many can write on one ticket at the same moment: of those who meet, one always gets through

PAUSE_SECONDS = 0.4

LEASE = timedelta(seconds=15)  # longer than a mail or a call to another system takes

POLL_SECONDS = 1.0


class Outcome(Struct, frozen=True, kw_only=True):
    """The ticket as the change left it, and the entries made; for a known key, as they were the first time."""

    ticket: Ticket
    entries: tuple[Entry, ...] = ()


class Wish(Struct, frozen=True, kw_only=True):
    """A change somebody wants. `decide` gets the current ticket, and is asked again when another write came first.

    `revision` is the caller's If-Match: with it, a ticket that moved on is refused instead.
    """

    ticket_id: TicketId
    by: Actor
    decide: Callable[[Ticket], list[Fact]]
    once: Once | None = None
    revision: int | None = None
    cause: Entry | None = None


class Desk(Struct, frozen=True, kw_only=True):
    """`site_url`, `reply_domain` and `region` are where this desk is; the rest are its ports."""

    region: str
    site_url: str
    reply_domain: str
    tickets: TicketStore
    directory: Directory
    staffing: Staffing
    organizations: Organizations
    assets: Assets
    boards: Boards
    escalations: Escalations
    level_notes: LevelNotes
    settings: SettingsStore
    effects: EffectLedger
    clock: Clock
    mailer: Mailer
    timers: Timers
    workflows: Workflows
    walks: WalkBoard
    tokens: TokenBoard
    webhooks: Webhooks
    bus: Bus
    assignment_queue: AssignmentQueue
    republish_queue: Queue
    files: FileStore
    signer: Signer
    text_language: TextLanguage
    live: LiveBoard
    browsers: Browsers
    new_id: Callable[[], str]
    new_ticket_id: Callable[[], TicketId]

    def change(self, wish: Wish) -> Outcome:
        """Load, decide, save; again after a moment when somebody else wrote first, ConflictError after the eighth time.

        Raises NotFoundError, StaleError for an old `revision`, KeyReusedError, and what `decide` refuses.
        """
        for attempt in range(ATTEMPTS):
            if attempt:  # those who write at one moment must not meet again
                self.clock.pause(random.uniform(0, min(PAUSE_SECONDS, 0.05 * 2**attempt)))  # noqa: S311 - jitter
            ticket, answered = self.tickets.load(wish.ticket_id, wish.once)
            if wish.once and answered:
                return self.answer_again(wish.once, answered)
            if wish.revision is not None and wish.revision != ticket.revision:
                raise StaleError(access.visible_to(wish.by, ticket), wish.by)
            try:
                return self._save(wish, ticket, wish.decide(ticket))
            except ConflictError:
                continue
        raise ConflictError(f"{wish.ticket_id} is being changed by many at once. Please try again.")

    def _save(self, wish: Wish, ticket: Ticket, facts: Sequence[Fact]) -> Outcome:
        if not facts:
            if wish.once:
                self.tickets.remember(wish.once, answered_by(ticket, "", wish.once))
            return Outcome(ticket=ticket)
        from helpdesk.core.tickets.rules.change import record  # noqa: PLC0415 - only who changes tickets pays for deciding

        change = record(ticket.id, ticket, facts, self.circumstances(wish.by, wish.cause), self.settings.sla())
        saved = self.tickets.save(change, once=wish.once)
        return Outcome(ticket=saved, entries=change.entries)

    def circumstances(self, by: Actor, cause: Entry | None = None) -> Circumstances:
        from helpdesk.core.tickets.rules.change import Circumstances  # noqa: PLC0415 - as above

        return Circumstances(
            actor=by,
            at=self.clock.now(),
            region=self.region,
            new_id=self.new_id,
            correlation_id=cause.correlation_id or cause.id if cause else "",
            causation_id=cause.id if cause else "",
        )

    def effect_once(self, ticket_id: TicketId, key: str, act: Callable[[], str]) -> bool:
        """Have an effect on the world outside, once under its key, and keep its id; False when it was had before.

        Another worker that may be having it is waited for: when its lease runs out, it is had from here.
        """
        while (claim := self.effects.claim(ticket_id, key, LEASE)) is Claim.BUSY:
            self.clock.pause(POLL_SECONDS)
        if claim is Claim.DONE:
            return False
        self.effects.done(ticket_id, key, act())
        return True

    def status_link(self, ticket: Ticket) -> str:
        """An address that shows one ticket to its requester without an account.

        The token stands behind `#`, where no server and no log sees it.
        """
        return f"{self.site_url}/ticket#{self.signer.sign('ticket', {'t': ticket.id, 'p': ticket.requester})}"

    def rating_links(self, ticket: Ticket, cycle: int) -> list[str]:
        """Addresses that let a requester say how it went, from very bad to very good, without an account."""
        token = self.signer.sign("rating", {"t": ticket.id, "p": ticket.requester, "c": cycle})
        return [f"{self.site_url}/rating?rating={rating}#{token}" for rating in RATINGS]

    def agent_link(self, ticket: Ticket) -> str:
        return f"{self.site_url}/agent/tickets/{ticket.id}"

    def answer_again(self, once: Once, answered: Answered) -> Outcome:
        """The first answer to a key, refolded from the entries up to it; KeyReusedError for another payload."""
        if answered.payload != once.payload:
            raise KeyReusedError("This Idempotency-Key was used for another request.")
        entries = self.tickets.entries(answered.ticket_id, up_to=answered.version)
        made = [entry for entry in entries if entry.version == answered.version] if answered.entry_id else []
        return Outcome(ticket=fold(entries), entries=tuple(made))


def answered_by(ticket: Ticket, entry_id: str, once: Once) -> Answered:
    return Answered(ticket_id=ticket.id, version=ticket.version, entry_id=entry_id, payload=once.payload)
