"""The life of a ticket as its tape tells it: when it was open, at which level, with whom, and who waited for whom.

A fact whose time lies before that of the fact ahead of it counts as simultaneous, as it does for clocks.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from msgspec import Struct, field

from helpdesk.core.calendars.rules.open_time import to_instant
from helpdesk.core.record.tape import FactKind, TapeFact
from helpdesk.foundation.kernel.vocabulary import Phase

FINISHED: Final = frozenset({Phase.SOLVED, Phase.CLOSED})


class Stretch(NamedTuple):
    """From one instant to another nothing of this changed."""

    start: int
    end: int
    phase: str
    level: str

    @property
    def is_open(self) -> bool:
        return self.phase not in FINISHED


class Life(Struct, kw_only=True):
    """Instants are microseconds. A wait begins with what was asked and ends with its answer."""

    at: int = 0
    phase: str = ""
    phase_before: str = ""
    level: str = ""
    owner: str = ""
    reassigned: int = 0
    answers: int = 0
    stretches: list[Stretch] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    finished: list[int] = field(default_factory=list)
    closed: int | None = None
    asked: int | None = None
    first_wait: tuple[int, int] | None = None
    later_waits: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_finished(self) -> bool:
        return self.phase in FINISHED

    @property
    def is_cancelled(self) -> bool:
        """It was closed without having been solved."""
        return self.phase == Phase.CLOSED and self.phase_before not in FINISHED

    @property
    def solved(self) -> int | None:
        return self.finished[-1] if self.is_finished and not self.is_cancelled else None

    def pass_to(self, instant: int) -> int:
        now = max(instant, self.at)
        if self.phase and now > self.at:
            self.stretches.append(Stretch(self.at, now, self.phase, self.level))
        self.at = now
        return now


def life_of(tape: Iterable[TapeFact], until: int) -> Life:
    """What the tape says up to an instant; its last stretch ends there."""
    life = Life()
    for fact in tape:
        now = life.pass_to(to_instant(fact.at))
        match fact.kind:
            case FactKind.CREATED:
                life.opened.append(now)
            case FactKind.STATE:
                _moved(life, now, fact.value)
            case FactKind.LEVEL:
                life.level = fact.value
            case FactKind.OWNER:
                _given(life, fact.value)
            case FactKind.AGENT_REPLY:
                _answered(life, now)
            case FactKind.REQUESTER_MESSAGE if life.answers and not life.is_finished:
                life.asked = life.asked or now
    life.pass_to(until)
    return life


def _moved(life: Life, now: int, value: str) -> None:
    state, _, phase = value.partition("/")
    was_finished = life.is_finished
    life.phase_before, life.phase = life.phase, phase or state
    if life.is_finished and not was_finished:
        life.finished.append(now)
        life.asked = None
    elif was_finished and not life.is_finished:
        life.opened.append(now)
        life.asked = now
    life.closed = (life.closed or now) if life.phase == Phase.CLOSED else None


def _given(life: Life, owner: str) -> None:
    if owner and life.owner and owner != life.owner:
        life.reassigned += 1
    life.owner = owner or life.owner


def _answered(life: Life, now: int) -> None:
    """While it is finished, words end no wait."""
    if life.is_finished:
        return
    if not life.answers:
        life.first_wait = (life.opened[0], now)
    elif life.asked is not None:
        life.later_waits.append((life.asked, now))
    life.answers += 1
    life.asked = None
