"""Months, by which what is derived from tickets is filed: that in which a ticket was opened is its own for ever."""

from datetime import UTC, datetime


def month_of(created: datetime) -> str:
    return f"{created.astimezone(UTC):%Y-%m}"
