"""The shell's answer to "why this date": calendar arithmetic on a calendar file."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
from helpdesk.core.calendars.rules.calendar import Calendar, CalendarError
from helpdesk.core.calendars.rules.hours import after_working_time, open_intervals, working_time_between
from helpdesk.core.calendars.settings.file import parse_calendar

LONGEST = 100 * 366 * 86_400


class Instant(click.ParamType[datetime]):
    """A moment as RFC 3339 writes it. Without an offset it could mean any zone, so it is refused."""

    name = "instant"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} is not an instant such as 2026-11-23T09:00:00Z", param, ctx)
        if moment.tzinfo is None:
            self.fail(f"{value} has no offset; write Z for UTC or +01:00", param, ctx)
        return moment.astimezone(UTC)


class CalendarFile(click.ParamType[Calendar]):
    name = "file"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Calendar:
        try:
            return parse_calendar(json.loads(Path(str(value)).read_text(encoding="utf-8")))
        except OSError as error:
            self.fail(f"{value} cannot be read: {error.strerror}", param, ctx)
        except CalendarError as error:
            self.fail(f"{value}: {error}", param, ctx)
        except ValueError as error:
            self.fail(f"{value} is not JSON: {error}", param, ctx)


def rfc3339(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


file_option = click.option(
    "--file", "calendar", type=CalendarFile(), required=True, metavar="CAL.json", help="The calendar."
)


@click.group(name="calendar")
def calendar_commands() -> None:
    """Explain a date: working time by a calendar file.

    \b
    {"timezone": "Europe/Berlin",
     "week": {"mon": [["08:00", "13:00"], ["14:00", "18:00"]], "fri": [["22:00", "06:00"]]},
     "holidays": ["2026-12-24", {"date": "2026-12-31", "name": "Inventory"}],
     "recurring_holidays": ["01-01"],
     "half_days": {"12-24": [["08:00", "12:00"]]},
     "region": "DE-BE", "workdays": ["2026-05-14"], "moved_holidays": {"2026-05-01": "2026-05-04"}}

    Only timezone and week are needed; a week may also be "24x7". 24:00 ends a day. An end at or before its start
    lies in the next day, and such hours belong to the day they begin on: that day's holiday closes them. Several
    offices make one calendar as {"joined": [...]}. Time is open when the clock on the wall shows it to be, so an hour
    that comes twice counts twice and one that is skipped does not count.
    """  # noqa: D301  (click wants the backspace itself)


@calendar_commands.command()
@file_option
@click.option("--start", type=Instant(), required=True, help="When the clock starts.")
@click.option("--seconds", type=click.IntRange(0, LONGEST), required=True, help="Working time, in seconds.")
def after(calendar: Calendar, start: datetime, seconds: int) -> None:
    """The instant at which so much working time has passed."""
    try:
        click.echo(rfc3339(after_working_time(calendar, start, timedelta(seconds=seconds))))
    except CalendarError as error:
        raise click.ClickException(str(error)) from error


@calendar_commands.command()
@file_option
@click.option("--from", "start", type=Instant(), required=True)
@click.option("--to", "end", type=Instant(), required=True)
def between(calendar: Calendar, start: datetime, end: datetime) -> None:
    """The working time between two instants, in seconds."""
    if end < start:
        raise click.BadParameter("lies before --from", param_hint="--to")
    seconds, rest = divmod(working_time_between(calendar, start, end), timedelta(seconds=1))
    click.echo(f"{seconds}.{rest.microseconds:06d}" if rest else seconds)


@calendar_commands.command(name="open")
@file_option
@click.option("--start", type=Instant(), required=True)
@click.option("--count", type=click.IntRange(1, 1000), default=20, show_default=True)
def open_command(calendar: Calendar, start: datetime, count: int) -> None:
    """The next open intervals, with the holidays before each."""
    for interval in open_intervals(calendar, start, count=count):
        closed = f"  after {', '.join(interval.closed_before)}" if interval.closed_before else ""
        click.echo(f"{rfc3339(interval.start)}  {rfc3339(interval.end)}{closed}")
