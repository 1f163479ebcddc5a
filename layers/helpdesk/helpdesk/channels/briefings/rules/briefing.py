"""A report that somebody has sent to them again and again."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.questions import Filter
from helpdesk.channels.briefings.rules.schedule import Rhythm
from helpdesk.foundation.kernel.errors import RefusedError
from helpdesk.foundation.kernel.vocabulary import PersonId

MOST: Final = 20
"""Of one person."""


class BriefingsFullError(RefusedError):
    code = "briefings_full"


class Briefing(Struct, frozen=True, kw_only=True):
    id: str
    person: PersonId
    name: str
    report: str
    filter: Filter = Filter()
    rhythm: Rhythm
    at: str
    """The time of day, in the zone of whoever gets it."""
    region: str
    """From there it is sent: where it was saved last."""
    due: datetime
    """When it is sent next."""
    revision: int = 0


class Errand(Struct, frozen=True, kw_only=True):
    """Whose briefing is to be sent, and of when: it is over what had passed by then."""

    person: PersonId
    briefing: str
    at: datetime

    @property
    def key(self) -> str:
        return f"{self.briefing}-{int(self.at.timestamp())}"


class Figures(Struct, frozen=True, kw_only=True):
    """What was counted, beside the time before; and all of it as a table of text."""

    total: Mapping[str, int | float | None]
    before: Mapping[str, int | float | None]
    table: str
