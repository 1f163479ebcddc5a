"""How long nobody has to come back to a solved ticket until it is closed."""

from datetime import timedelta
from typing import Final

from helpdesk.foundation.settings.documents import Document, File


def _parsed(written: File) -> timedelta:
    return timedelta(days=written["close_solved_after_days"])


CLOSE_SOLVED_AFTER: Final = Document(bundle="sla", first={"close_solved_after_days": 7}, parse=_parsed)
