"""The promise of a ticket as its last change left it: what lists order by, and what wakes it."""

from datetime import datetime
from typing import Final

from msgspec import UNSET, UnsetType

from helpdesk.core.clocks.rules.ledger import ClockState, Ledger
from helpdesk.core.clocks.rules.policy import ClockName
from helpdesk.core.record.promise import Promise
from helpdesk.core.record.ticket import Ticket

_ANSWERS: Final = frozenset({ClockName.FIRST_RESPONSE, ClockName.NEXT_RESPONSE})


def promise_of(ticket: Ticket, ledger: Ledger, wake_at: datetime | None) -> Promise:
    """What lists and timers need to know of the ledger."""
    first = ledger.next_due
    return Promise(
        next_deadline=first.due_at if first else None,
        next_clock=first.clock if first else None,
        wake_at=wake_at,
        armed=_armed(ticket, wake_at, ledger.at),
        waiting=any(clock.state is ClockState.PAUSED for clock in ledger.live),
        breached=tuple(sorted({clock.clock for clock in ledger.clocks if clock.breached})),
        near_at=(first and first.near_at) or UNSET,
        paused_since=UNSET if first else _paused_since(ledger),
        answer_by=_answer_by(ledger),
    )


def _paused_since(ledger: Ledger) -> datetime | UnsetType:
    return max((clock.paused_since for clock in ledger.live if clock.paused_since), default=UNSET)


def _answer_by(ledger: Ledger) -> datetime | UnsetType:
    """A clock that waits, or is over, promises nothing now; one that is missed still owes the answer."""
    return min((clock.due_at for clock in ledger.live if clock.due_at and clock.clock in _ANSWERS), default=UNSET)


def _armed(ticket: Ticket, wake_at: datetime | None, now: datetime) -> int:
    """A wake that stays and is to come has its timer. One that has passed may have rung already."""
    stays = wake_at is not None and wake_at == ticket.promise.wake_at and wake_at > now
    return ticket.promise.armed if stays else ticket.version
