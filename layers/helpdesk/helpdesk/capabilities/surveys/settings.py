"""When requesters are asked how it went, as a setting."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Final

from msgspec import Struct, to_builtins

from helpdesk.core.calendars.rules.refusals import NO_CALENDAR
from helpdesk.foundation.kernel.reading import Reader, SettingError, read
from helpdesk.foundation.kernel.refusals import OUT_OF_RANGE
from helpdesk.foundation.settings.documents import File, Section

LONGEST: Final = 90 * 86_400


class SurveySettings(Struct, frozen=True, kw_only=True):
    """Whether requesters are asked how it went, so long after solving: in open time of a calendar, or in plain time
    without one. `automatic`: also when no person solved or closed the ticket.
    """

    on: bool
    delay_seconds: int
    calendar: str | None
    automatic: bool


class Fields(Struct, frozen=True, kw_only=True):
    survey: SurveySettings


class SurveyTerms(Struct, frozen=True, kw_only=True):
    """`delay` after solving runs in open time of a calendar or, without one, in plain time.

    `automatic`: also when no person but the help desk itself solved or closed the ticket.
    """

    on: bool = False
    delay: timedelta = timedelta()
    calendar: str = ""
    automatic: bool = False

    def written(self) -> SurveySettings:
        return SurveySettings(
            on=self.on,
            delay_seconds=int(self.delay.total_seconds()),
            calendar=self.calendar or None,
            automatic=self.automatic,
        )


def parse_survey(
    file: Mapping[str, object], calendars: Collection[str] | None = None, place: str = "survey"
) -> SurveyTerms:
    """`calendars` are the references it may name; without them any. Raises SettingError with the place."""
    reader = read(file, place, SettingError)
    reader.only(frozenset(SurveySettings.__struct_fields__))
    seconds, calendar = reader.integer("delay_seconds", 0), reader.text("calendar", "")
    if not 0 <= seconds <= LONGEST:
        reader.refuse("delay_seconds", OUT_OF_RANGE(least=0, most=LONGEST))
    if calendar and calendars is not None and calendar not in calendars:
        reader.refuse("calendar", NO_CALENDAR(name=calendar))
    return SurveyTerms(
        on=reader.flag("on", default=False),
        delay=timedelta(seconds=seconds),
        calendar=calendar,
        automatic=reader.flag("automatic", default=False),
    )


def _checked(sent: Reader, calendars: Collection[str]) -> Fields:
    return Fields(survey=parse_survey(sent.inner("survey").fields, calendars).written())


def _parsed(written: File) -> SurveyTerms:
    return parse_survey(written["survey"])


TERMS: Final = Section(
    bundle="sla",
    first={"survey": to_builtins(SurveyTerms().written())},
    fields=Fields,
    check=_checked,
    parse=_parsed,
)
