"""The SLA: promises, the ledger of a ticket's clocks, and what is due: all that others need of it."""

from collections.abc import Collection
from datetime import datetime

from helpdesk.core.clocks.rules.ledger import Ledger, Step


def due_steps(ledger: Ledger, fired: Collection[str], now: datetime) -> list[Step]:
    """The steps due by `now` that have not had their effect yet, in the order they were due."""
    return [step for step in _open_steps(ledger, fired) if step.at <= now]


def next_wake(ledger: Ledger, fired: Collection[str]) -> datetime | None:
    """When the next step is due; in the past if one was missed, None when nothing is to come."""
    return next((step.at for step in _open_steps(ledger, fired)), None)


def _open_steps(ledger: Ledger, fired: Collection[str]) -> list[Step]:
    """Those that have not had their effect. Nobody is warned of a breach that was told already."""
    steps = [
        step for clock in ledger.live for step in clock.steps if step.key not in fired and step.breach_key not in fired
    ]
    return sorted(steps, key=lambda step: (step.at, step.clock, step.is_breach))
