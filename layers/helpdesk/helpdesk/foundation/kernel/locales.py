"""Languages and time zones, as people and programs name them."""

import re
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from helpdesk.foundation.kernel.refusals import reason

NO_ZONE: Final = reason("no_zone", "there is no time zone {name}")


def is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def language_of(locale: str) -> str | None:
    """The language of `de-AT` or `de_AT` by its code of two letters; None for what says none."""
    found = re.match(r"([a-z]{2})(?![a-z0-9])", locale.strip().lower())
    return found[1] if found else None
