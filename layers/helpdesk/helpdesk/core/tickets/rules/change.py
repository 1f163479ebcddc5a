"""A change: the facts decided, written down as entries, with the head they lead to."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.clocks.rules.summary import ledger_of
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.fold import evolve, fold
from helpdesk.core.record.sequels import TicketContinued
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.hooks import Hooks, Moment
from helpdesk.core.tickets.rules.promise import promise_of
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.foundation.kernel.actors import Actor, system
from helpdesk.foundation.kernel.vocabulary import Role, TicketId
from helpdesk.foundation.settings.documents import Settings

FULL: Final = 4000  # clock facts: some 50 KB, where a head of 400 KB could not be stored

NO_MORE: Final = FULL * 5 // 4


class Change(Struct, frozen=True, kw_only=True):
    before: Ticket | None
    after: Ticket
    entries: tuple[Entry, ...]


class Circumstances(Struct, frozen=True, kw_only=True):
    """Who changes a ticket, when and where, under which settings, and what links the change to its cause."""

    actor: Actor
    at: datetime
    region: str
    new_id: Callable[[], str]
    settings: Settings
    hooks: Sequence[Hooks]
    """Those asked what follows and when it wakes, in the order in which their facts are written."""
    correlation_id: str = ""
    causation_id: str = ""

    def moment(self, ticket: Ticket, before: Ticket | None, facts: Sequence[Fact] = ()) -> Moment:
        return Moment(
            ticket=ticket,
            before=before,
            facts=facts,
            at=self.at,
            ledger=ledger_of(ticket, book_of(self.settings), self.at),
            settings=self.settings,
        )


def record(ticket_id: TicketId, before: Ticket | None, facts: Sequence[Fact], by: Circumstances) -> Change:
    """Write the facts and what follows from them as the next version of the ticket.

    Its promise is computed anew over the whole tape, which what follows does not touch. One capability that cannot say
    what follows refuses the change: what is not written with it is never made up for, as nobody is asked again. No head
    grows for ever: people who go on changing a ticket that is full are refused, but for naming where it goes on.
    """
    goes_on = any(isinstance(fact.event, TicketContinued) for fact in facts)
    if before and len(before.tape) >= NO_MORE and by.actor.role is not Role.SYSTEM and not goes_on:
        raise TransitionRefusedError(f"{ticket_id} was changed as often as a ticket can be. Please open a new ticket.")
    entries = _entries(ticket_id, before, facts, by)
    moment = by.moment(fold(entries, before), before, facts)
    if further := [fact for each in by.hooks for fact in each.follows(moment)]:
        entries = _entries(ticket_id, before, [*facts, *further], by)
        moment = replace(moment, ticket=fold(entries, before))
    topics = _topics(before, moment.ticket)
    entries = [replace(entry, topics=topics) for entry in entries]
    wake_at = min((at for each in by.hooks for at in each.wakes(moment)), default=None)
    entries[-1] = replace(entries[-1], promise=promise_of(moment.ticket, moment.ledger, wake_at))
    return Change(before=before, after=fold(entries, before), entries=tuple(entries))


def as_if(ticket: Ticket, fact: Fact, at: datetime) -> Ticket:
    """The ticket as a fact would leave it that is not written yet."""
    entry = Entry(
        id="",
        ticket_id=ticket.id,
        version=ticket.version,
        at=at,
        region=ticket.home_region,
        epoch=ticket.epoch,
        actor=system("timer"),
        event=fact.event,
        personal=fact.personal,
    )
    return evolve(ticket, entry)


def _topics(before: Ticket | None, after: Ticket) -> tuple[str, ...]:
    """Whose screens this touches: those who look at the ticket, its old and new team and assignee, its requester."""
    topics = {f"ticket:{after.id}", f"person:{after.requester}"}
    for ticket in (before, after):
        if ticket:
            topics |= {f"team:{ticket.team}"} | ({f"person:{ticket.assignee}"} if ticket.assignee else set())
    return tuple(sorted(topics))


def _entries(ticket_id: TicketId, before: Ticket | None, facts: Sequence[Fact], by: Circumstances) -> list[Entry]:
    # ULIDs of one millisecond are in no order; sorted, they put the facts in the order decided.
    ids = sorted(by.new_id() for _ in facts)
    return [
        Entry(
            id=entry_id,
            ticket_id=ticket_id,
            version=before.version + 1 if before else 1,
            at=by.at,
            region=by.region,
            epoch=before.epoch if before else 1,
            actor=_written(fact.by or by.actor),
            event=fact.event,
            personal=_signed(fact, fact.by or by.actor),
            correlation_id=by.correlation_id,
            causation_id=by.causation_id,
        )
        for entry_id, fact in zip(ids, facts, strict=True)
    ]


def _written(actor: Actor) -> Actor:
    return Actor(id=actor.id, role=actor.role, ticket_id=actor.ticket_id)


def _signed(fact: Fact, actor: Actor) -> Personal | None:
    """Names of people stand in the erasable part only."""
    if not actor.name or actor.role is Role.SYSTEM:
        return fact.personal
    return replace(fact.personal or Personal(), author=actor.name)
