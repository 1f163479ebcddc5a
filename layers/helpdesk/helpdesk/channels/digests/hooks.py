"""How something waits for somebody's one mail a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.channels.digests.rules import Due, Noted, due_after
from helpdesk.channels.notices.rules.telling import DIGEST, Way

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.preferences.rules import Concern
    from helpdesk.core.tickets.rules.hooks import Told
    from helpdesk.foundation.desk import Desk


def _tell(desk: Desk, told: Told, concern: Concern, person: Person) -> None:
    """When it happened says with which mail it goes, so that it goes with one however often it is told. What is told
    only after that mail goes with the next.
    """
    entry, digest_at = told.entry, desk.preferences.get(person.id).digest_at
    due = due_after(entry.at, digest_at, person.timezone)
    if due <= desk.clock.now():
        due = due_after(desk.clock.now(), digest_at, person.timezone)
    noted = Noted(ticket=told.ticket.id, entry=entry.id, concern=concern, at=entry.at)
    desk.digests.note(Due(person=person.id, at=due), noted)


WAY: Final = Way(name=DIGEST, tell=_tell)
