"""Figures and their values as people read them, in both languages; they are called as on their page."""

from collections.abc import Mapping
from typing import Final

from helpdesk.capabilities.numbers.rules.definitions import Unit

NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "created": "Opened",
        "finished": "Finished",
        "backlog": "Open at the end",
        "age_median": "Age of open tickets",
        "met": "Promises kept",
        "kept": "Kept",
        "missed": "Missed",
        "first_response_business_median": "First response, working time",
        "next_response_business_median": "Next response, working time",
        "resolution_business_median": "Resolution, working time",
        "first_response_calendar_median": "First response, calendar time",
        "resolution_calendar_median": "Resolution, calendar time",
        "wait_calendar_median": "Requesters waited",
        "solved": "Solved",
        "one_touch": "Solved at once",
        "reopened_share": "Opened again",
        "escalated_share": "Escalated",
        "rating": "Rating",
        "satisfied": "Satisfied",
        "costed": "Tickets counted",
        "cost_total": "Cost in all",
        "cost_mean": "Cost of a ticket",
        "cost_mails": "Mails of a ticket",
    },
    "de": {
        "created": "Eröffnet",
        "finished": "Abgeschlossen",
        "backlog": "Am Ende offen",
        "age_median": "Alter offener Tickets",
        "met": "Gehaltene Zusagen",
        "kept": "Gehalten",
        "missed": "Verfehlt",
        "first_response_business_median": "Erste Antwort, Arbeitszeit",
        "next_response_business_median": "Nächste Antwort, Arbeitszeit",
        "resolution_business_median": "Lösung, Arbeitszeit",
        "first_response_calendar_median": "Erste Antwort, Kalenderzeit",
        "resolution_calendar_median": "Lösung, Kalenderzeit",
        "wait_calendar_median": "Wartezeit der Anfragenden",
        "solved": "Gelöst",
        "one_touch": "Sofort gelöst",
        "reopened_share": "Wieder geöffnet",
        "escalated_share": "Eskaliert",
        "rating": "Bewertung",
        "satisfied": "Zufrieden",
        "costed": "Gezählte Tickets",
        "cost_total": "Kosten insgesamt",
        "cost_mean": "Kosten je Ticket",
        "cost_mails": "E-Mails je Ticket",
    },
}
"""Those that a mail names, of whichever report; the table that comes with it has all."""

PAGES: Final[Mapping[str, str]] = {
    "flow": "teams",
    "promises": "sla",
    "times": "sla",
    "people": "teams",
    "quality": "teams",
    "ratings": "teams",
    "channels": "whence",
    "organizations": "whence",
    "causes": "causes",
    "cost": "cost",
}
"""Where a report stands among the figures."""

NOTHING: Final = "-"

NARROW: Final = "\u00a0"


def value_said(value: float | None, unit: Unit, language: str) -> str:
    if value is None:
        return NOTHING
    match unit:
        case Unit.COUNT:
            return _number(value, 0, language)
        case Unit.SECONDS:
            return _lasting(round(value))
        case Unit.SHARE:
            return f"{_number(value * 100, 0, language)}{NARROW if language == 'de' else ''}%"
        case Unit.MEAN:
            return _number(value, 1, language)
    return _dollars(value, language)


def _number(value: float, digits: int, language: str) -> str:
    said = f"{value:,.{digits}f}"
    return said.translate(str.maketrans(",.", ".,")) if language == "de" else said


def _lasting(seconds: int) -> str:
    """In its two largest units."""
    minutes = round(seconds / 60)
    days, hours, rest = minutes // 1440, minutes % 1440 // 60, minutes % 60
    parts = [(days, "d"), (hours, "h"), (rest, "min")]
    first = next((place for place, (count, _) in enumerate(parts) if count), 2)
    said = [f"{count}{NARROW}{unit}" for count, unit in parts[first : first + 2] if count]
    return " ".join(said) or f"{seconds}{NARROW}s"


def _dollars(value: float, language: str) -> str:
    """A ticket costs parts of a cent: of small sums the first two digits tell."""
    digits = 2
    while value and abs(value) < 10 ** (1 - digits) and digits < 8:  # noqa: PLR2004 - millionths of a cent
        digits += 1
    amount = _number(abs(value), digits, language)
    sign = "-" if value < 0 else ""
    return f"{sign}{amount}{NARROW}$" if language == "de" else f"{sign}${amount}"
