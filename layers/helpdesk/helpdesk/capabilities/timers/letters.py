"""What assignees are told of promises that are near or broken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from helpdesk.core.preferences.rules import Concern
from helpdesk.core.record.clocks import ClockBreached, ClockWarned
from helpdesk.core.tickets.letters import Recipient, Template

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk

CLOCKS: Final = {
    "first_response": {"en": "the first response", "de": "Die erste Antwort"},
    "next_response": {"en": "the next response", "de": "Die nächste Antwort"},
    "time_to_own": {"en": "taking it on", "de": "Die Übernahme"},
    "periodic_update": {"en": "an update", "de": "Ein Zwischenstand"},
    "resolution": {"en": "the resolution", "de": "Die Lösung"},
}


def _clock(_desk: Desk, _ticket: Ticket, entry: Entry, reader: Recipient) -> Mapping[str, str]:
    """The clock by its name for people, and when it is due where they are."""
    event = entry.event
    if not isinstance(event, ClockWarned | ClockBreached):
        raise TypeError(f"{entry.type} is of no clock")
    due_at = datetime.fromisoformat(event.due_at).astimezone(ZoneInfo(reader.timezone))
    name = CLOCKS.get(event.clock, {}).get(reader.language, event.clock)
    return {"clock": name, "due_at": f"{due_at:%Y-%m-%d %H:%M %Z}"}


WARNING: Final = Template(
    name="warning",
    texts={
        "en": '{id} "{subject}" ({priority}): {clock} is due at {due_at}.\n\n{footer}',
        "de": '{id} "{subject}" ({priority}): {clock} ist fällig um {due_at}.\n\n{footer}',
    },
    to_staff=True,
    concern=Concern.DUE_SOON,
    said=_clock,
)

BREACH: Final = Template(
    name="breach",
    texts={
        "en": '{id} "{subject}" ({priority}): {clock} was due at {due_at} and is overdue.\n\n{footer}',
        "de": '{id} "{subject}" ({priority}): {clock} war fällig um {due_at} und ist überschritten.\n\n{footer}',
    },
    to_staff=True,
    concern=Concern.MISSED,
    said=_clock,
)

LETTERS: Final = (WARNING, BREACH)
