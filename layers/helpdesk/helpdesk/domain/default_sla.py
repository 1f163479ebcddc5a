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
