"""Invitations: one line that says to what, and when."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from helpdesk.channels.mail.rules.mail import Invitation

_LARGEST: Final = 256 * 1024
_MOST: Final = 20
_LONGEST: Final = 300


def invitations(content: bytes) -> tuple[Invitation, ...]:
    """None of a calendar that cannot be read; it stays a file."""
    if len(content) > _LARGEST or b"BEGIN:VEVENT" not in content.upper():
        return ()
    from icalendar import Calendar  # noqa: PLC0415 - only mails with an invitation pay for it

    try:
        calendar = Calendar.from_ical(content)
        return tuple(_events(calendar))[:_MOST]
    except Exception:  # noqa: BLE001 - a parser of bytes that anybody can make up
        return ()


def _events(calendar: Any) -> Iterator[Invitation]:
    for event in calendar.walk("VEVENT")[:_MOST]:
        yield Invitation(
            summary=_line(event.get("summary")),
            starts_at=_moment(event.get("dtstart")),
            ends_at=_moment(event.get("dtend")),
            organizer=_line(event.get("organizer")).removeprefix("mailto:").removeprefix("MAILTO:"),
            location=_line(event.get("location")),
            method=_line(calendar.get("method")).upper(),
        )


def _line(value: object) -> str:
    return " ".join(str(value or "").split())[:_LONGEST]


def _moment(value: Any) -> str:
    at = getattr(value, "dt", None)
    if isinstance(at, datetime):
        zone = f" {at.tzinfo}" if at.tzinfo and str(at.tzinfo) != "UTC" else ("Z" if at.tzinfo else "")
        return f"{at:%Y-%m-%d %H:%M}{zone}"
    return at.isoformat() if isinstance(at, date) else ""
