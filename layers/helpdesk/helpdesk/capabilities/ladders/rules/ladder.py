"""Escalation ladders: what happens, step by step, until somebody answers for a ticket or it is finished.

A ladder cannot chase its own tail: priority and level only go up and end at P1 and L3, a clock's step happens once,
and ladders that go on as another are refused when that leads back.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from msgspec import Struct

from helpdesk.capabilities.ladders.rules.step import ActionKind, Rung, act
from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.rules.hours import after_working_time
from helpdesk.core.clocks.rules.policy import ANY
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ladders import Climb, LaddersEnded, LadderStarted, LadderStepTaken, TicketAcknowledged, key_of
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.text import folded
from helpdesk.foundation.settings.versions import Versions

CREATED: Final = "created"


class Ladder(Struct, frozen=True, kw_only=True):
    """Starts when a clock's step happens, or when a ticket is created with one of some priorities.

    With `repeat` the last step is taken again and again; `then` is the ladder to go on with after it.
    """

    id: str
    version: int = 1
    name: str = ""
    clock: str = ""
    step: str = ""
    created: frozenset[str] = frozenset()
    conditions: Mapping[str, frozenset[str]]
    rungs: tuple[Rung, ...]
    repeat: bool = False
    then: str = ""

    @property
    def ref(self) -> str:
        return f"{self.id}@{self.version}"

    def rung(self, step: int) -> Rung | None:
        if step < len(self.rungs):
            return self.rungs[step]
        return self.rungs[-1] if self.repeat else None

    def is_for(self, facts: Mapping[str, str | Collection[str] | None]) -> bool:
        return all(not wanted.isdisjoint(_values(facts.get(key))) for key, wanted in self.conditions.items())

    def starts_with(self, clock: str, step: str) -> bool:
        return self.clock in {clock, ANY} and self.step == step


def _values(value: str | Collection[str] | None) -> Collection[str]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


class Ladders(Struct, frozen=True, kw_only=True):
    """The ladders that new causes are tried with, in order, and every version that tickets are climbing."""

    versions: Versions[Ladder]
    calendars: Mapping[str, Calendar]

    def due_at(self, ladder: Ladder, step: int, since: datetime) -> datetime | None:
        """By a calendar that is gone in plain time: rather at night than never."""
        rung = ladder.rung(step)
        if rung is None:
            return None
        calendar = self.calendars.get(rung.calendar)
        return after_working_time(calendar, since, rung.after) if calendar else since + rung.after

    def current(self) -> list[Ladder]:
        return self.versions.current()

    def named(self, name: str) -> Ladder | None:
        return next((ladder for ladder in self.current() if ladder.id == name), None)


def facts_about(ticket: Any) -> dict[str, str | Collection[str] | None]:
    """What conditions of ladders may ask of a ticket, or of the fact that makes one."""
    names = ("kind", "category", "organization", "team", "channel", "priority", "level")
    return {**{name: getattr(ticket, name) for name in names}, "tag": tuple(map(folded, ticket.tags))}


def on_creation(created: TicketCreated, ladders: Ladders, now: datetime) -> list[Fact]:
    """The ladders that begin with a ticket. Its timer takes their first steps, also those that are due at once."""
    found = [
        (ladder, due)
        for ladder in ladders.current()
        if created.priority in ladder.created
        and ladder.is_for(facts_about(created))
        and (due := ladders.due_at(ladder, 0, now))
    ]
    return [
        Fact(event=LadderStarted(ladder=ladder.ref, climb=key_of(ladder.ref, CREATED), next_at=due))
        for ladder, due in found
    ]


def on_clock(
    ticket: Ticket, clock: str, cause: str, ladders: Ladders, settings: TicketTerms, now: datetime
) -> list[Fact]:
    """The ladders that a clock's step begins, with what they do at once. `cause` is the step's key."""
    facts: list[Fact] = []
    name = cause.rpartition(":")[2]
    for ladder in ladders.current():
        if ladder.starts_with(clock, name) and ladder.is_for(facts_about(ticket)):
            ticket, begun = _begun(ticket, ladder, cause, ladders, settings, now)
            facts += begun
    return facts


def _begun(
    ticket: Ticket, ladder: Ladder, cause: str, ladders: Ladders, settings: TicketTerms, now: datetime
) -> tuple[Ticket, list[Fact]]:
    due = ladders.due_at(ladder, 0, now)
    if due is None:
        return ticket, []
    climb = Climb(key=key_of(ladder.ref, cause), next_at=due)
    started = Fact(event=LadderStarted(ladder=ladder.ref, climb=climb.key, next_at=due))
    if due > now:
        return ticket, [started]
    ticket, taken = take(ticket, climb, ladders, settings, now, at_once=True)
    waits = any(isinstance(fact.event, LadderStepTaken) and fact.event.next_at for fact in taken)
    return ticket, [started, *taken] if waits else taken


def take(
    ticket: Ticket, climb: Climb, ladders: Ladders, settings: TicketTerms, now: datetime, *, at_once: bool = False
) -> tuple[Ticket, list[Fact]]:
    """Take the step that is due. The next one is due after its delay from now: what was missed is not made up for.

    A ladder that begins and ends `at_once` and tells nobody leaves only what it did.
    """
    ladder = ladders.versions[climb.ladder]
    rung = ladder.rung(climb.taken)
    if rung is None:
        return ticket, []
    next_at = ladders.due_at(ladder, climb.taken + 1, now)
    taken = LadderStepTaken(
        ladder=ladder.ref,
        climb=climb.key,
        step=climb.taken,
        notify=rung.values(ActionKind.NOTIFY),
        webhooks=len(rung.values(ActionKind.WEBHOOK)),
        next_at=next_at,
    )
    silent = at_once and next_at is None and not taken.notify and not taken.webhooks
    ticket, effects = act(ticket, rung, climb, settings)
    further = _gone_on(ladder, climb, ladders, now) if next_at is None else []
    return ticket, [*([] if silent else [Fact(event=taken)]), *effects, *further]


def _gone_on(ladder: Ladder, climb: Climb, ladders: Ladders, now: datetime) -> list[Fact]:
    following = ladders.named(ladder.then) if ladder.then else None
    due = ladders.due_at(following, 0, now) if following else None
    if following is None or due is None:
        return []
    started = LadderStarted(ladder=following.ref, climb=key_of(following.ref, climb.cause), next_at=due)
    return [Fact(event=started)]


def due(ticket: Ticket, climbs: Iterable[Climb], ladders: Ladders, settings: TicketTerms, now: datetime) -> list[Fact]:
    """The steps of these climbs that are due. One that cannot be taken is raised when there is no other."""
    facts: list[Fact] = []
    failed: list[Exception] = []
    for climb in climbs:
        if climb.next_at <= now:
            try:
                ticket, taken = take(ticket, climb, ladders, settings, now)
            except Exception as error:  # noqa: BLE001 - whatever it is, the other ladders do not hang on it
                failed.append(error)
            else:
                facts += taken
    if failed and not facts:
        raise failed[0]
    return facts


def acknowledge(ticket: Ticket) -> list[Fact]:
    """Somebody answers: every ladder ends. Without one there is nothing to say."""
    climbs = tuple(climb.key for climb in ticket.climbs)
    return [Fact(event=TicketAcknowledged(climbs=climbs))] if climbs else []


def end(ticket: Ticket) -> list[Fact]:
    """Somebody has answered for it already: every ladder ends."""
    climbs = tuple(climb.key for climb in ticket.climbs)
    return [Fact(event=LaddersEnded(climbs=climbs))] if climbs else []
