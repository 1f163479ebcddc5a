"""Every kind of fact there is about tickets, by the name under which it is stored and published."""

from typing import Final

from helpdesk.core.record import (
    assignment,
    clocks,
    ladders,
    levels,
    mails,
    participants,
    pins,
    sequels,
    sides,
    surveys,
    tickets,
)
from helpdesk.core.record.event import Event


def by_name(*facts: type[Event]) -> dict[str, type[Event]]:
    """A name that comes twice is refused: what is stored under it could not be read."""
    found: dict[str, type[Event]] = {}
    for fact in facts:
        if found.setdefault(fact.__name__, fact) is not fact:
            raise ValueError(f"Two facts are called {fact.__name__}")
    return found


CATALOGUE: Final = by_name(
    *tickets.FACTS,
    *assignment.FACTS,
    *levels.FACTS,
    *clocks.FACTS,
    *ladders.FACTS,
    *surveys.FACTS,
    *pins.FACTS,
    *sequels.FACTS,
    *mails.FACTS,
    *participants.FACTS,
    *sides.FACTS,
)

MOVES_NOTHING: Final = (levels.LevelNoteKept, mails.CommandRefused)
"""Told for their own sake: neither a head nor a clock moves by them."""
