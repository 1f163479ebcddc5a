"""What settings would promise a ticket that there is not, and what would be done while nobody answers for it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from helpdesk.capabilities.ladders.rules.ladder import CREATED, Ladder, Ladders, facts_about
from helpdesk.capabilities.ladders.rules.step import Action
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.ledger import Clock, ledger
from helpdesk.core.clocks.rules.policy import Policy
from helpdesk.core.clocks.rules.policy_choice import policy_facts
from helpdesk.core.record.tape import FactKind, TapeFact
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Level, Phase, Priority, TeamId


class Wanted(Struct, frozen=True, kw_only=True):
    """The ticket: all that conditions may ask of one."""

    priority: Priority
    level: Level = Level.L1
    team: TeamId = TeamId("")
    kind: Kind = Kind.INCIDENT
    channel: Channel | None = None
    category: str | None = None
    organization: str | None = None
    plan: str | None = None
    tags: tuple[str, ...] = ()
    policy: str | None = None
    policy_pinned: bool = False


class Asked(Struct, frozen=True, kw_only=True):
    """A policy that was looked at, and which of its conditions do not hold: none where it is the one."""

    policy: Policy
    unmet: tuple[str, ...]


class Taken(Struct, frozen=True, kw_only=True):
    step: int
    at: datetime
    actions: tuple[Action, ...]


class Climbed(Struct, frozen=True, kw_only=True):
    """A ladder, when it begins and with what: `created`, the step of a `clock`, or the end of another (`after`)."""

    ladder: Ladder
    clock: str = ""
    step: str = ""
    after: str = ""
    at: datetime
    steps: tuple[Taken, ...]


class Trial(Struct, frozen=True, kw_only=True):
    asked: tuple[Asked, ...]
    """Up to the one that is chosen, in their order."""
    policy: Policy | None
    clocks: tuple[Clock, ...]
    ladders: tuple[Climbed, ...]
    """By when they begin."""


def tried(wanted: Wanted, book: Book, ladders: Ladders, at: datetime) -> Trial:
    """Made at this moment, in no hands, and left alone. What a step would change of the ticket moves nothing here."""
    asked = tuple(_asked(wanted, book.policies.current()))
    policy = asked[-1].policy if asked and not asked[-1].unmet else None
    found = ledger(_tape(wanted, policy, at), book.policies, book.calendars, at)
    clocks = tuple(sorted(found.live, key=lambda clock: (clock.due_at is None, clock.due_at or at, clock.clock)))
    climbed = sorted(_climbed(wanted, clocks, ladders, at), key=lambda each: each.at)
    return Trial(asked=asked, policy=policy, clocks=clocks, ladders=tuple(climbed))


def _asked(wanted: Wanted, policies: Sequence[Policy]) -> Iterator[Asked]:
    facts = policy_facts(wanted)
    for policy in policies:
        unmet = policy.unmet(facts)
        yield Asked(policy=policy, unmet=unmet)
        if not unmet:
            return


def _tape(wanted: Wanted, policy: Policy | None, at: datetime) -> tuple[TapeFact, ...]:
    facts = (
        (FactKind.CREATED, ""),
        (FactKind.STATE, f"{Phase.NEW}/{Phase.NEW}"),
        (FactKind.PRIORITY, wanted.priority),
        (FactKind.LEVEL, wanted.level),
        (FactKind.POLICY, policy.ref if policy else ""),
    )
    return tuple(TapeFact(at=at, kind=kind, value=value) for kind, value in facts)


def _climbed(wanted: Wanted, clocks: Sequence[Clock], ladders: Ladders, at: datetime) -> Iterator[Climbed]:
    facts = facts_about(wanted)
    for ladder in ladders.current():
        if not ladder.is_for(facts):
            continue
        if wanted.priority in ladder.created:
            yield from _with_what_follows(ladder, ladders, at, step=CREATED)
        for step in (step for clock in clocks for step in clock.steps):
            if ladder.starts_with(step.clock, step.name):
                yield from _with_what_follows(ladder, ladders, step.at, clock=step.clock, step=step.name)


def _with_what_follows(
    ladder: Ladder, ladders: Ladders, at: datetime, *, clock: str = "", step: str = ""
) -> Iterator[Climbed]:
    """It ends: ladders that go on as one before them are refused when they are saved, and when they are tried."""
    steps = tuple(_steps(ladder, ladders, at))
    yield Climbed(ladder=ladder, clock=clock, step=step, at=at, steps=steps)
    last, before = (steps[-1].at if steps else at), ladder
    while len(steps) == len(before.rungs) and (following := ladders.named(before.then)):
        steps = tuple(_steps(following, ladders, last))
        yield Climbed(ladder=following, after=before.id, at=last, steps=steps)
        last, before = (steps[-1].at if steps else last), following


def _steps(ladder: Ladder, ladders: Ladders, since: datetime) -> Iterator[Taken]:
    """Each so long after the one before it; one that is never due ends them."""
    for step, rung in enumerate(ladder.rungs):
        due = ladders.due_at(ladder, step, since)
        if due is None:
            return
        yield Taken(step=step, at=due, actions=rung.actions)
        since = due
