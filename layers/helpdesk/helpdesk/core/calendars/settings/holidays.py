"""Berlin's public holidays for the built-in calendar, by year as a saved calendar keeps them.

Laid down here so that a desk with the built-in settings loads no list of holidays.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

_EVERY_YEAR: Final = {
    "01-01": "Neujahr",
    "03-08": "Frauentag",
    "05-01": "Erster Mai",
    "10-03": "Tag der Deutschen Einheit",
    "12-25": "Erster Weihnachtstag",
    "12-26": "Zweiter Weihnachtstag",
}

_AROUND_EASTER: Final = {-2: "Karfreitag", 1: "Ostermontag", 39: "Christi Himmelfahrt", 50: "Pfingstmontag"}

_EASTER: Final = (
    "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
    "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05",
)  # fmt: skip

_ONCE: Final = {
    "2025": {
        "05-08": "80. Jahrestag der Befreiung vom Nationalsozialismus und der Beendigung des Zweiten Weltkriegs "
        "in Europa"
    },
    "2028": {"06-17": "75. Jahrestag des Aufstandes vom 17. Juni 1953"},
}


def _year(easter: date) -> Mapping[str, str]:
    moving = {f"{easter + timedelta(days=days):%m-%d}": name for days, name in _AROUND_EASTER.items()}
    return dict(sorted({**_EVERY_YEAR, **moving, **_ONCE.get(str(easter.year), {})}.items()))


BERLIN: Final[Mapping[str, Mapping[str, str]]] = {text[:4]: _year(date.fromisoformat(text)) for text in _EASTER}
