"""What was planned is done when its time has come."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from helpdesk.capabilities.knowledge.rules.planning import fallen_due, reminds
from helpdesk.foundation.kernel import apart
from helpdesk.foundation.kernel.errors import ConflictError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable

    from helpdesk.capabilities.knowledge.ports import DueText
    from helpdesk.capabilities.knowledge.rules.article import Article
    from helpdesk.foundation.desk import Desk

    Remind = Callable[[Desk, Article, str], None]

AT_ONCE: Final = 100
"""Those that are left are due at the next sweep."""


def sweep(desk: Desk, remind: Remind) -> int:
    """Do what is due in this region; of how many texts that was. One that fails keeps none of the others, and is due at
    the next sweep.
    """
    due = desk.knowledge.due(desk.region, desk.clock.now(), AT_ONCE)
    return sum(apart.each(due, lambda each: _done(desk, each, remind)))


def _done(desk: Desk, due: DueText, remind: Remind) -> bool:
    """Whoever dies after the reminder sends it again at most under the same name."""
    now, held = desk.clock.now(), desk.knowledge.get(due.article)
    after = fallen_due(held, due.language, now)
    if after is None:  # another one was faster
        return False
    if reminds(held.edition(due.language), now):
        remind(desk, held, due.language)
    with suppress(ConflictError):  # who saved it meanwhile left it due
        desk.knowledge.put(replace(after, revision=held.revision + 1, at=now), held, None, due.language)
    return True
