"""Reports whose time has come are begun, and it is said when they come next."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from helpdesk.channels.briefings.rules.briefing import Errand
from helpdesk.channels.briefings.rules.schedule import due_after
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.errors import ConflictError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping

    from helpdesk.channels.briefings.rules.briefing import Briefing
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.vocabulary import PersonId

AT_ONCE: Final = 100
"""Looked for together: most have theirs at the same time of day."""


def begin_due(desk: Desk) -> int:
    """Everything whose time has come; how much that was. One that fails holds up none: the first failure is raised when
    all were tried, and the next sweep finds those again.
    """
    now, begun = desk.clock.now(), 0
    failed: dict[str, Exception] = {}
    while True:
        due = desk.briefings.kept.due(desk.region, now, AT_ONCE + len(failed))
        found = [each for each in due if each.id not in failed]
        if not found:
            break
        people = desk.directory.people([each.person for each in found])
        done, not_begun = tried(found, lambda each: _begin(desk, each, people))  # noqa: B023 - called at once
        begun += len(done)
        failed.update({each.id: error for each, error in not_begun})
    for error in failed.values():
        raise error
    return begun


def _begin(desk: Desk, due: Briefing, people: Mapping[PersonId, Person]) -> None:
    """Begun first: whoever dies between the two begins it again under the same name. After a long silence one comes,
    not all that were missed.
    """
    desk.briefings.senders.begin(Errand(person=due.person, briefing=due.id, at=due.due))
    zone = people[due.person].timezone if due.person in people else "UTC"
    moved = replace(due, due=due_after(desk.clock.now(), due.rhythm, due.at, zone or "UTC"))
    with suppress(ConflictError):  # who saved it meanwhile said when it comes next
        desk.briefings.kept.put(moved, due)
