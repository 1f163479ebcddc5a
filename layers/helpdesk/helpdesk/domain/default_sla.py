"""The calendars and the policy a new help desk starts with: version 1 of each, in code, and valid for ever."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from helpdesk.domain.business_hours import Calendar, parse_calendar
from helpdesk.domain.default_holidays import BERLIN
from helpdesk.domain.policies import Policy
from helpdesk.domain.policy_file import parse_policy
from helpdesk.domain.sla_book import SlaBook, Versions

_HOUR: Final = 3600

# Berlin's holidays laid down, so that no function loads the package for them when it starts.
_EVERY_YEAR: Final = {
    "01-01": "Neujahr",
    "03-08": "Frauentag",
    "05-01": "Erster Mai",
    "10-03": "Tag der Deutschen Einheit",
    "12-25": "Erster Weihnachtstag",
    "12-26": "Zweiter Weihnachtstag",
}
_MOVABLE: Final = ("Karfreitag", "Ostermontag", "Christi Himmelfahrt", "Pfingstmontag")
_MOVABLE_DAYS: Final = {
    "2025": ("04-18", "04-21", "05-29", "06-09"),
    "2026": ("04-03", "04-06", "05-14", "05-25"),
    "2027": ("03-26", "03-29", "05-06", "05-17"),
    "2028": ("04-14", "04-17", "05-25", "06-05"),
    "2029": ("03-30", "04-02", "05-10", "05-21"),
    "2030": ("04-19", "04-22", "05-30", "06-10"),
    "2031": ("04-11", "04-14", "05-22", "06-02"),
    "2032": ("03-26", "03-29", "05-06", "05-17"),
    "2033": ("04-15", "04-18", "05-26", "06-06"),
    "2034": ("04-07", "04-10", "05-18", "05-29"),
    "2035": ("03-23", "03-26", "05-03", "05-14"),
    "2036": ("04-11", "04-14", "05-22", "06-02"),
}
_ONCE: Final[Mapping[str, Mapping[str, str]]] = {
    "2025": {"05-08": "80. Jahrestag der Befreiung"},
    "2028": {"06-17": "75. Jahrestag des Aufstandes vom 17. Juni 1953"},
}

CALENDARS: Final[tuple[Mapping[str, object], ...]] = (
    {
        "id": "office-berlin",
        "version": 1,
        "name": "Office Berlin",
        "timezone": "Europe/Berlin",
        "week": {day: [["08:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
        "region": "DE-BE",
        "region_days": BERLIN,
    },
    {"id": "always", "version": 1, "name": "Around the clock", "timezone": "UTC", "week": "24x7"},
)

POLICIES: Final[tuple[Mapping[str, object], ...]] = (
    {
        "id": "standard",
        "version": 1,
        "name": "Standard",
        "calendar": "office-berlin@1",
        "pause": ["pending", "on_hold"],
        "warnings": {"percent": [75]},
        "targets": {
            "first_response": {
                "P1": {"seconds": _HOUR // 2, "business": False},
                "P2": {"seconds": 2 * _HOUR},
                "P3": {"seconds": 4 * _HOUR},
                "P4": {"seconds": 8 * _HOUR},
            },
            "resolution": {
                "P1": {"seconds": 4 * _HOUR, "business": False},
                "P2": {"seconds": 8 * _HOUR},
                "P3": {"seconds": 24 * _HOUR},
                "P4": {"seconds": 40 * _HOUR},
            },
        },
    },
)


@cache
def default_calendars() -> Mapping[str, Calendar]:
    """By id and by `id@version`."""
    parsed = [parse_calendar(calendar) for calendar in CALENDARS]
    return {key: calendar for calendar in parsed for key in (calendar.id, calendar.ref)}


@cache
def default_policies() -> tuple[Policy, ...]:
    return tuple(parse_policy(policy, default_calendars()) for policy in POLICIES)


@cache
def default_book() -> SlaBook:
    """The promises a new help desk makes."""
    policies = default_policies()
    return SlaBook(
        policies=Versions({policy.ref: policy for policy in policies}),
        calendars=Versions(default_calendars()),
        order=tuple(policy.ref for policy in policies),
    )
