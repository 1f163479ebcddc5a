"""The policy file: what an administrator writes, made a Policy or refused with place and reason."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from msgspec import Struct

from helpdesk.core.calendars.rules.refusals import NO_CALENDAR
from helpdesk.core.clocks.rules.policy import ANY, Agreement, ClockName, EarlyWarning, Policy, PolicyError, Target
from helpdesk.core.clocks.rules.refusals import BAD_TARGET, CALENDAR_NEEDED, PROMISES_NOTHING
from helpdesk.foundation.kernel.reading import Reader, read
from helpdesk.foundation.kernel.refusals import NO_VALUES, NOT_WHOLE_IN
from helpdesk.foundation.kernel.text import folded
from helpdesk.foundation.kernel.vocabulary import Priority

CONDITIONS: Final = frozenset({"organization", "plan", "kind", "category", "team", "channel", "tag"})

FIELDS: Final = frozenset({"id", "version", "name", "conditions", "calendar", "pause", "warnings", "targets"})

TARGET_FIELDS: Final = frozenset({"seconds", "business", "calendar", "pause", "warnings"})

CLOCKS: Final = frozenset({*ClockName, *Agreement})

PRIORITIES: Final = frozenset({ANY, *Priority})

LONGEST: Final = 10 * 366 * 86_400


class Defaults(Struct, frozen=True, kw_only=True):
    """What holds for a target that does not say otherwise."""

    calendar: str
    pause: frozenset[str]
    warnings: tuple[EarlyWarning, ...]


def parse_policy(mapping: object, calendars: Collection[str] | None = None, place: str = "") -> Policy:
    """The policy a file describes. `calendars` are the ids that exist; without them any name passes."""
    reader = read(mapping, place, PolicyError)
    reader.only(FIELDS)
    calendar = reader.text("calendar", " ").strip()
    _check_calendar(reader, calendar, calendars)
    defaults = Defaults(calendar=calendar, pause=frozenset(reader.texts("pause")), warnings=_warnings(reader, None))
    return Policy(
        id=reader.text("id"),
        version=reader.integer("version", 1),
        name=reader.text("name", reader.text("id")),
        conditions=_conditions(reader.inner("conditions")),
        calendar=calendar,
        targets=_targets(reader, defaults, calendars),
    )


def _check_calendar(reader: Reader, calendar: str, calendars: Collection[str] | None) -> None:
    if calendar and calendars is not None and calendar not in calendars:
        reader.refuse("calendar", NO_CALENDAR(name=calendar))


def _conditions(reader: Reader) -> dict[str, frozenset[str]]:
    reader.only(CONDITIONS)
    conditions: dict[str, frozenset[str]] = {}
    for key, value in reader.fields.items():
        wanted = [reader.text(key)] if isinstance(value, str) else reader.texts(key)
        if not wanted:
            reader.refuse(key, NO_VALUES())
        conditions[key] = compared(key, wanted)
    return conditions


def compared(key: str, values: Iterable[str]) -> frozenset[str]:
    """Values of a condition as they are compared; all but tags are ids, which are written in one way."""
    return frozenset(map(folded, values) if key == "tag" else values)


def _targets(reader: Reader, defaults: Defaults, calendars: Collection[str] | None) -> dict[str, Mapping[str, Target]]:
    targets: dict[str, Mapping[str, Target]] = {}
    by_clock = reader.inner("targets")
    by_clock.only(CLOCKS)
    for name, clock in by_clock.each():
        if name == Agreement.OLA:
            parties = {Agreement.OLA.clock(key): (each, defaults) for key, each in clock.each()}
        elif name == Agreement.UNDERPINNING:
            # A vendor's clock runs while the ticket is on hold for the vendor, so it inherits no pause.
            unpaused = Defaults(calendar=defaults.calendar, pause=frozenset(), warnings=defaults.warnings)
            parties = {Agreement.UNDERPINNING.clock(key): (each, unpaused) for key, each in clock.each()}
        else:
            parties = {name: (clock, defaults)}
        for party, (each, assumed) in parties.items():
            targets[party] = _by_priority(each, assumed, calendars)
    if not any(targets.values()):
        reader.refuse("targets", PROMISES_NOTHING())
    return targets


def _by_priority(reader: Reader, defaults: Defaults, calendars: Collection[str] | None) -> dict[str, Target]:
    reader.only(PRIORITIES)
    return {priority: _target(target, defaults, calendars) for priority, target in reader.each()}


def _target(reader: Reader, defaults: Defaults, calendars: Collection[str] | None) -> Target:
    reader.only(TARGET_FIELDS)
    seconds = reader.integer("seconds")
    if not 0 < seconds <= LONGEST:
        reader.refuse("seconds", BAD_TARGET())
    business = reader.flag("business", default=True)
    calendar = reader.text("calendar", defaults.calendar or " ").strip()
    if business and not calendar:
        reader.refuse("calendar", CALENDAR_NEEDED())
    _check_calendar(reader, calendar, calendars)
    return Target(
        seconds=seconds,
        business=business,
        calendar=calendar if business else "",
        pause=frozenset(reader.texts("pause")) if reader.has("pause") else defaults.pause,
        warnings=_warnings(reader, seconds) if reader.has("warnings") else defaults.warnings,
    )


def _warnings(reader: Reader, seconds: int | None) -> tuple[EarlyWarning, ...]:
    """Warnings of one target must fit into it; those for a whole policy are left out where they do not."""
    warnings = reader.inner("warnings")
    warnings.only(frozenset({"percent", "minutes_before"}))
    percents = [_number(warnings, "percent", index, 99) for index in range(len(warnings.items("percent")))]
    longest = LONGEST // 60 if seconds is None else (seconds - 1) // 60
    minutes = [
        _number(warnings, "minutes_before", index, longest) for index in range(len(warnings.items("minutes_before")))
    ]
    return (
        *(EarlyWarning(percent=percent) for percent in sorted(set(percents))),
        *(EarlyWarning(minutes_before=before) for before in sorted(set(minutes), reverse=True)),
    )


def _number(reader: Reader, key: str, index: int, most: int) -> int:
    value = reader.items(key)[index]
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= most:
        reader.refuse(f"{key}[{index}]", NOT_WHOLE_IN(least=1, most=most))
    return value
