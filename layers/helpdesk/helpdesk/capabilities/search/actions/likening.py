"""What is like something that somebody is about to write: opened in the last days, open, and theirs to see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.search.actions.finding import of_today
from helpdesk.capabilities.search.rules.likeness import likeness_of
from helpdesk.capabilities.search.rules.scope import scope_of
from helpdesk.foundation.kernel.months import month_of

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.search.ports import Hit
    from helpdesk.capabilities.search.rules.likeness import Likeness
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.vocabulary import PersonId

FEW: Final = 5


def alike(desk: Desk, by: Actor, text: str, near: PersonId | None) -> Sequence[Hit]:
    """The likest first, and before them those in which somebody takes part. Nothing is asked for a text that says too
    little.
    """
    likeness = likeness_of(text, desk.clock.now(), near)
    if likeness is None:
        return ()
    return of_today(lambda: _found(desk, by, likeness))


def _found(desk: Desk, by: Actor, likeness: Likeness) -> Sequence[Hit]:
    scope, first = scope_of(by), month_of(likeness.since)
    wanted = [manifest for manifest in desk.search.manifests.all() if manifest.month >= first]
    readers = [desk.search.copies.following(manifest).reader for manifest in wanted]
    found = [each for reader in readers for each in reader.alike(likeness, scope, FEW)]
    return [each.show() for each in sorted(found, key=lambda each: -each.score)[:FEW]]
