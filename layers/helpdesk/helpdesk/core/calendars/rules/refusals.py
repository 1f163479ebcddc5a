from typing import Final

from helpdesk.foundation.kernel.refusals import reason

# What is named and does not exist
NO_CALENDAR: Final = reason("no_calendar", "there is no calendar {name}")

NO_REGION: Final = reason("no_region", "no public holidays are known for {name}")

# Calendars
NOT_INTERVAL: Final = reason("not_interval", 'must be a pair of times such as ["08:00", "18:00"]')

NOT_TIME: Final = reason("not_time", "{text} is not a time of day such as 08:00 or 24:00")

NOT_DATE: Final = reason("not_date", "{text} is not a date such as 2026-12-24")

NOT_DAY: Final = reason("not_day", "{text} is not a day of the year such as 01-01")

NOT_IN_ORDER: Final = reason("not_in_order", "begins before the interval listed ahead of it; list them in order")

OVERLAPS: Final = reason("overlaps", "overlaps the interval before it")

BEGINS_AT_END: Final = reason("begins_at_end", "24:00 can end an interval but not begin one")

RUNS_OVER: Final = reason("runs_over", "overlaps the hours that run over from {day}")

NEVER_OPEN: Final = reason("never_open", "has no open time at all")

HARDLY_OPEN: Final = reason("hardly_open", "{name} has too little open time after {at}")

ALL_CLOSED: Final = reason("all_closed", "close every day of the year")

NOT_INTERVALS: Final = reason("not_intervals", "must be a list of intervals")

HOLIDAY_ALREADY: Final = reason("holiday_already", "is a holiday already")

JOINS_NOTHING: Final = reason("joins_nothing", "names no calendar")
