"""Builders for clock tests: moments in Berlin, tapes, policies. They name only what matters."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.clocks.rules import ledger
from helpdesk.core.clocks.settings import policy_file
from helpdesk.core.record import tape as record_tape

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
HOUR = 3600

EIGHT_TO_SIX = {
    "id": "office",
    "timezone": "Europe/Berlin",
    "week": {day: [["08:00", "18:00"]] for day in WEEKDAYS},
}


def berlin(text):
    """`2026-11-23 17:00` on a clock in Berlin; 2026-11-23 is a Monday."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)


def a_calendar(**changes):
    return parse_calendar({**EIGHT_TO_SIX, **changes})


def a_policy(targets, **changes):
    """Targets as `{"resolution": {"P3": 4}}`: business hours for any number, or a target as the file has it."""
    return policy_file.parse_policy(
        {
            "id": "standard",
            "calendar": "office",
            "pause": ["pending", "on_hold"],
            "targets": as_targets(targets),
            **changes,
        }
    )


def as_targets(targets):
    if isinstance(targets, dict):
        return {key: as_targets(each) if key != "seconds" else each for key, each in targets.items()}
    is_hours = isinstance(targets, int | float) and not isinstance(targets, bool)
    return {"seconds": int(targets * HOUR)} if is_hours else targets


def opened(at, priority="P3", policy="standard@1", **others):
    """The facts a new ticket begins with."""
    values = {"created": "", "state": "new/new", "priority": priority, "policy": policy, **others}
    return [(at, kind, value) for kind, value in values.items()]


class Desk:
    """A policy, its calendars, and the ledger of tapes written as `(when, kind, value)`."""

    def __init__(self, policy, *calendars, others=()):
        self.policies = {each.ref: each for each in (policy, *others)}
        self.calendars = {key: each for each in calendars or (a_calendar(),) for key in (each.id, each.ref)}

    def ledger(self, facts, now):
        tape = tuple(record_tape.TapeFact(at=berlin(fact[0]), kind=fact[1], value="".join(fact[2:])) for fact in facts)
        return ledger.ledger(tape, self.policies, self.calendars, berlin(now))

    def clocks(self, facts, now, clock):
        return [each for each in self.ledger(facts, now).clocks if each.clock == clock]

    def clock(self, facts, now, clock):
        """The latest cycle of a clock."""
        return self.clocks(facts, now, clock)[-1]
