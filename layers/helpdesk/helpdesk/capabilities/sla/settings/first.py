"""The calendars, the policy and the ladders a new help desk starts with: version 1 of each, valid for ever."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from helpdesk.capabilities.ladders.rules.ladder import Ladder, Ladders
from helpdesk.capabilities.ladders.settings import parse_ladder
from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.calendars.settings.holidays import BERLIN
from helpdesk.core.clocks.rules.policy import Policy
from helpdesk.core.clocks.settings.book import SlaBook
from helpdesk.core.clocks.settings.policy_file import parse_policy
from helpdesk.foundation.platform.versions import Versions

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

LADDERS: Final[tuple[Mapping[str, object], ...]] = (
    {
        "id": "hand-on",
        "version": 1,
        "name": "A breach takes the ticket one level up",
        "when": {"clock": "*", "step": "breach"},
        "steps": [{"actions": [{"move_level": "next"}]}],
    },
    {
        "id": "page",
        "version": 1,
        "name": "P1: somebody is told until somebody answers",
        "when": {"created": ["P1"]},
        "steps": [
            {"actions": [{"notify": "on_call"}]},
            {"after_seconds": _HOUR // 4, "actions": [{"notify": "on_call"}]},
            {"after_seconds": _HOUR // 2, "actions": [{"notify": "on_call"}]},
            {"after_seconds": _HOUR, "actions": [{"notify": "on_call"}]},
        ],
        "repeat": True,
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
def default_ladders() -> tuple[Ladder, ...]:
    return tuple(parse_ladder(ladder, default_calendars()) for ladder in LADDERS)


@cache
def default_book() -> SlaBook:
    """The promises a new help desk makes."""
    policies, ladders, calendars = default_policies(), default_ladders(), Versions(default_calendars())
    return SlaBook(
        policies=Versions({policy.ref: policy for policy in policies}),
        calendars=calendars,
        order=tuple(policy.ref for policy in policies),
        ladders=Ladders(
            versions=Versions({ladder.ref: ladder for ladder in ladders}),
            calendars=calendars,
            order=tuple(ladder.ref for ladder in ladders),
        ),
    )
