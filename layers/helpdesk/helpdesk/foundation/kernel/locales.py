"""Languages and time zones, as people and programs name them."""

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from helpdesk.foundation.kernel.refusals import reason

NO_ZONE: Final = reason("no_zone", "there is no time zone {name}")

_DAYS: Final = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "de": ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."),
}

_MONTHS: Final = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
    "de": ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
}


def said(at: datetime, zone: str, language: str) -> str:
    """An instant in words, as the web's pages have it, and by which clock: "Mon 30 Nov, 12:00 (Berlin)"."""
    there = at.astimezone(ZoneInfo(zone))
    day, month = _DAYS[language][there.weekday()], _MONTHS[language][there.month - 1]
    date = f"{day}, {there.day}. {month}" if language == "de" else f"{day} {there.day} {month}"
    hour = " Uhr" if language == "de" else ""
    return f"{date}, {there:%H:%M}{hour} ({zone.rpartition('/')[2].replace('_', ' ')})"


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
