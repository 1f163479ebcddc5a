"""Calendars: when an office is open, and by what name it is closed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import force_setattr, replace

from helpdesk.core.calendars.rules.open_time import DAY, SECOND, WEEK, Hours, OpenWeek, offsets, open_spans, open_week
from helpdesk.foundation.kernel.reading import SettingError

EPOCH_DAY: Final = date(1970, 1, 1).toordinal()

ALWAYS: Final[Hours] = ((0, DAY),)


class CalendarError(SettingError):
    """A calendar that cannot be used."""


class SpecialDay(Struct, frozen=True, kw_only=True):
    """A day that differs from its weekday: closed, or with hours of its own."""

    name: str
    hours: Hours = ()


class WorkedOut:
    """What a calendar has worked out and keeps: no part of what it is, so that all of them are alike."""

    __slots__ = ("usual", "weeks", "years")

    def __init__(self) -> None:
        self.weeks: dict[int, OpenWeek] = {}
        self.usual: dict[tuple[int, ...], OpenWeek] = {}
        self.years: dict[int, dict[int, SpecialDay]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WorkedOut)

    __hash__ = None  # type: ignore[assignment]


class Calendar(Struct, frozen=True, kw_only=True):
    """A week of hours in a zone, with the days that differ; or several such calendars joined."""

    id: str
    version: int = 1
    name: str = ""
    timezone: str = "UTC"
    week: tuple[Hours, ...] = ((),) * 7  # Monday first; an end beyond 24 h lies in the next day
    days: Mapping[date, SpecialDay] = field(default_factory=dict)
    yearly: Mapping[tuple[int, int], SpecialDay] = field(default_factory=dict)
    region: str = ""
    region_days: Mapping[int, Mapping[tuple[int, int], str]] = field(default_factory=dict)  # years laid down
    holiday_language: str = ""
    moved: Mapping[date, date] = field(default_factory=dict)  # from the holiday's own date to the one observed
    workdays: frozenset[date] = frozenset()
    joined: tuple["Calendar", ...] = ()
    _known: WorkedOut = field(default_factory=WorkedOut)

    def __post_init__(self) -> None:
        force_setattr(self, "_known", WorkedOut())  # a changed copy knows nothing yet

    @property
    def ref(self) -> str:
        return f"{self.id}@{self.version}"

    def as_version(self, version: int) -> "Calendar":
        return replace(self, version=version)

    @property
    def members(self) -> "tuple[Calendar, ...]":
        return self.joined or (self,)

    def open_week(self, index: int) -> OpenWeek:
        """The open time of the seven days that begin so many weeks after the epoch."""
        found = self._known.weeks.get(index)
        if found is None:
            found = self._known.weeks[index] = self._compiled(index * WEEK)
        return found

    def _compiled(self, low: int) -> OpenWeek:
        """Weeks without a special day and without a change of the clock are all alike: one serves for all."""
        stretches = [list(offsets(ZoneInfo(member.timezone), low, low + WEEK)) for member in self.members]
        special = [member.special_hours(low) for member in self.members]
        alike = not any(special) and all(len(each) == 1 for each in stretches)
        key = tuple(each[0][2] for each in stretches)
        found = self._known.usual.get(key) if alike else None
        if found is None:
            parts = zip(self.members, stretches, special, strict=True)
            found = open_week([span for one, by, days in parts for span in open_spans(by, one.week, days)], low)
        if alike:
            self._known.usual[key] = found
        return found

    def special_hours(self, low: int) -> dict[int, Hours]:
        """The hours of the special days that a week could touch in any zone."""
        first, last = low // DAY - 2, low // DAY + 8
        years = {year_of(first), year_of(last)}
        return {
            day: special.hours
            for year in years
            for day, special in self.special_days(year).items()
            if first <= day <= last
        }

    def special(self, day: int) -> SpecialDay | None:
        """What makes a day differ from its weekday, if anything does; days are counted from 1970 on."""
        return self.special_days(year_of(day)).get(day)

    def special_days(self, year: int) -> dict[int, SpecialDay]:
        found = self._known.years.get(year)
        if found is None:
            special = self._special_days(year)
            found = self._known.years[year] = {when.toordinal() - EPOCH_DAY: day for when, day in special.items()}
        return found

    def _special_days(self, year: int) -> dict[date, SpecialDay]:
        found = self._observed(year)
        for origin, target in self.moved.items():
            found.pop(origin, None)
            if target.year == year:
                found[target] = self._moved_day(origin)
        for workday in self.workdays:
            found.pop(workday, None)
        found.update((when, special) for when, special in self.days.items() if when.year == year)
        return found

    def _observed(self, year: int) -> dict[date, SpecialDay]:
        """Holidays of the region and of every year, before anything is moved."""
        found = {when: SpecialDay(name=name) for when, name in self._of_region(year).items()}
        for (month, day), special in self.yearly.items():
            if (month, day) != (2, 29) or is_leap(year):
                found[date(year, month, day)] = special
        return found

    def _moved_day(self, origin: date) -> SpecialDay:
        special = self._observed(origin.year).get(origin)
        return SpecialDay(name=f"{special.name if special else 'holiday'} (moved from {origin.isoformat()})")

    def _of_region(self, year: int) -> dict[date, str]:
        laid_down = self.region_days.get(year)
        if laid_down is not None:
            return {date(year, month, day): name for (month, day), name in laid_down.items()}
        return regional_holidays(self.region, year, self.holiday_language) if self.region else {}


def year_of(day: int) -> int:
    return date.fromordinal(EPOCH_DAY + day).year


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def has_holidays(region: str) -> bool:
    """Whether public holidays are known of a country or a part of it (`DE-BE`)."""
    import holidays  # noqa: PLC0415 - as below

    country, _, part = region.partition("-")
    parts = holidays.list_supported_countries(include_aliases=True).get(country)
    return parts is not None and (not part or part in parts)


def regional_holidays(region: str, year: int, language: str = "") -> dict[date, str]:
    """Public holidays of a country or a part of it (`DE-BE`), in its language unless told otherwise."""
    import holidays  # noqa: PLC0415  (a fifth of a second of cold start, for those who name a region)

    country, _, part = region.partition("-")
    # Without a language the package names holidays in that of the machine.
    spoken = language or holidays.country_holidays(country, subdiv=part or None).default_language
    return dict(holidays.country_holidays(country, subdiv=part or None, years=year, language=spoken).items())


def local_day(zone: ZoneInfo, instant: int) -> tuple[int, int]:
    """The local day in which an instant lies, and the zone's offset then."""
    local = datetime.fromtimestamp(instant // SECOND, zone)
    offset = local.utcoffset()
    seconds = 0 if offset is None else offset.days * DAY + offset.seconds
    return local.toordinal() - EPOCH_DAY, seconds
