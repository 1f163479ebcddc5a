"""What stands in the SLA document beside calendars, policies and ladders."""

from collections.abc import Sequence
from typing import Final

from helpdesk.capabilities.surveys import settings as surveys
from helpdesk.capabilities.timers import settings as timers
from helpdesk.foundation.settings.documents import Section

SECTIONS: Final[Sequence[Section[object]]] = (
    timers.CLOSE_SOLVED_AFTER,
    surveys.TERMS,
)
