"""Why a field is refused: a code for programs, a sentence for people, and what they speak of. Each reason once.

The web says them in the reader's language, by their codes.
"""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

Values = Mapping[str, str | int]
REASONS: Final[dict[str, "Reason"]] = {}


class Refusal(str):
    """A reason said of something: its sentence, which also knows its code and values."""

    __slots__ = ("code", "sentence", "values")

    code: str
    sentence: str
    values: Values


class Reason(Struct, frozen=True):
    code: str
    text: str

    def __call__(self, **values: str | int) -> Refusal:
        said = Refusal(self.text.format(**values))
        said.code, said.values = self.code, values
        said.sentence = f"{self.text[:1].upper()}{self.text[1:]}.".format(**values)
        return said


def _reason(code: str, text: str) -> Reason:
    REASONS[code] = Reason(code, text)
    return REASONS[code]


# The shape of what was written
UNKNOWN_FIELD: Final = _reason("unknown_field", "is not known here; known are {known}")
NOT_TEXT: Final = _reason("not_text", "must be a text that is not empty")
NOT_WHOLE: Final = _reason("not_whole", "must be a whole number")
NOT_FLAG: Final = _reason("not_flag", "must be true or false")
NOT_LIST: Final = _reason("not_list", "must be a list")
NOT_TEXTS: Final = _reason("not_texts", "must be a list of texts")
NOT_OBJECT: Final = _reason("not_object", "must be an object")
OUT_OF_RANGE: Final = _reason("out_of_range", "must be from {least} to {most}")
NOT_WHOLE_IN: Final = _reason("not_whole_in", "must be a whole number from {least} to {most}")
NOT_ONE_OF: Final = _reason("not_one_of", "must be one of {known}")
NO_VALUES: Final = _reason("no_values", "must name at least one value")
TOO_MANY: Final = _reason("too_many", "there may be at most {most}")
TOO_LARGE: Final = _reason("too_large", "is too large: at most {most} characters")
BAD_ID: Final = _reason("bad_id", "must be lower-case letters, digits and hyphens, at most 64")
TWICE: Final = _reason("twice", "{name} stands here twice")
NAME_TAKEN: Final = _reason("name_taken", "is another rule's name")
PASSED: Final = _reason("passed", "this instant has passed")
OLD_CURSOR: Final = _reason("cursor", "this cursor was not made here")
OTHER_CURSOR: Final = _reason("cursor_of_another", "this cursor is of another list")

# What is named and does not exist
NO_CALENDAR: Final = _reason("no_calendar", "there is no calendar {name}")
NO_POLICY: Final = _reason("no_policy", "there is no policy {name}")
NO_LADDER: Final = _reason("no_ladder", "there is no ladder {name}")
NO_CLOCK: Final = _reason("no_clock", "there is no clock {name}")
NO_TEAM: Final = _reason("no_team", "there is no team {name}")
NO_PERSON: Final = _reason("no_person", "there is no person {name}")
NO_ORGANIZATION: Final = _reason("no_organization", "there is no organization {name}")
NO_CATEGORY: Final = _reason("no_category", "there is no category {name}")
NO_ASSET: Final = _reason("no_asset", "there is no asset {name}")
NO_STATE: Final = _reason("no_state", "there is no state {name}; states are {known}")
NO_ZONE: Final = _reason("no_zone", "there is no time zone {name}")
NO_REGION: Final = _reason("no_region", "no public holidays are known for {name}")

# Calendars
NOT_INTERVAL: Final = _reason("not_interval", 'must be a pair of times such as ["08:00", "18:00"]')
NOT_TIME: Final = _reason("not_time", "{text} is not a time of day such as 08:00 or 24:00")
NOT_DATE: Final = _reason("not_date", "{text} is not a date such as 2026-12-24")
NOT_DAY: Final = _reason("not_day", "{text} is not a day of the year such as 01-01")
NOT_IN_ORDER: Final = _reason("not_in_order", "begins before the interval listed ahead of it; list them in order")
OVERLAPS: Final = _reason("overlaps", "overlaps the interval before it")
BEGINS_AT_END: Final = _reason("begins_at_end", "24:00 can end an interval but not begin one")
RUNS_OVER: Final = _reason("runs_over", "overlaps the hours that run over from {day}")
NEVER_OPEN: Final = _reason("never_open", "has no open time at all")
HARDLY_OPEN: Final = _reason("hardly_open", "{name} has too little open time after {at}")
ALL_CLOSED: Final = _reason("all_closed", "close every day of the year")
NOT_INTERVALS: Final = _reason("not_intervals", "must be a list of intervals")
HOLIDAY_ALREADY: Final = _reason("holiday_already", "is a holiday already")
JOINS_NOTHING: Final = _reason("joins_nothing", "names no calendar")

# Policies and ladders
PROMISES_NOTHING: Final = _reason("promises_nothing", "promise nothing")
BAD_TARGET: Final = _reason("bad_target", "must be more than nothing and at most ten years")
CALENDAR_NEEDED: Final = _reason(
    "calendar_needed", "a target in business time needs a calendar, here or for the whole policy"
)
LOOPS_AT_ONCE: Final = _reason("loops_at_once", "loops without a pause: at least {least} to be repeated")
NEVER_REACHED: Final = _reason("never_reached", "is never reached: the last step is repeated")
BAD_BEGINNING: Final = _reason("bad_beginning", "must name priorities, of {known}, and no clock beside it")
BAD_STEP: Final = _reason("bad_step", "must be breach, or a warning such as 75% or 60m")
BAD_PAUSE: Final = _reason("bad_pause", "must be at most a year, and not negative")
DOES_NOTHING: Final = _reason("does_nothing", "do nothing")
NOT_TRUE: Final = _reason("not_true", "must be true")
BAD_WHOM: Final = _reason("bad_whom", "must be assignee, on_call, team:<id> or person:<id>")
BAD_ADDRESS: Final = _reason("bad_address", "must be a plain https address")
LOOPS: Final = _reason("loops", "loops: {chain}")

# People, teams, tickets
NO_STAFF: Final = _reason("no_staff", "{name} does not work on tickets")
NOT_IN_TEAM: Final = _reason("not_in_team", "{name} does not work in {team}")
NO_OTHER_TEAM: Final = _reason("no_other_team", "{name} is no other team")
TEAM_LEVEL: Final = _reason("team_level", "{team} works at {level}, not at {wanted}")
NOT_ITS_LEVEL: Final = _reason("not_its_level", "{team} works at {level}, {ticket} is at {at}: escalate it")
THERE_ALREADY: Final = _reason("there_already", "{ticket} is there already")
LEVEL_ALREADY: Final = _reason("level_already", "{ticket} is at {level} already")
LEVEL_EMPTY: Final = _reason("level_empty", "no team takes tickets at {level}")
NOT_WAITING: Final = _reason("not_waiting", "only a waiting ticket comes back by itself; {state} is no waiting state")
NOT_ON_HOLD: Final = _reason("not_on_hold", "only a ticket on hold waits for a vendor; {state} is no such state")
WHOSE: Final = _reason(
    "whose", "please say whose tickets: those of a team, an assignee, a requester or an organization"
)
END_FIRST: Final = _reason("end_first", "must be after the start")
ABSENT_TWICE: Final = _reason("absent_twice", "overlaps another absence")
CIRCLE: Final = _reason("circle", "goes in a circle: {chain}")
FILE_SIZE: Final = _reason("file_size", "a file may have 1 byte to {most} MB")
REPORT_SPAN: Final = _reason("report_span", "a report is over 1 to {most} days")

# Organizations and assets
ASSET_RETIRED: Final = _reason("asset_retired", "{name} is no longer in use")
ASSET_TAKEN: Final = _reason("asset_taken", "{name} is another asset's id or tag")
NOT_DOMAIN: Final = _reason("not_domain", "{name} is no mail domain")
PUBLIC_DOMAIN: Final = _reason(
    "public_domain", "{name} is a public mail provider: its people are not of one organization"
)
OPEN_DOMAIN: Final = _reason(
    "open_domain", "everybody can have a domain below {name}: its people are not of one organization"
)
DOMAIN_TAKEN: Final = _reason("domain_taken", "{name} belongs to another organization")
