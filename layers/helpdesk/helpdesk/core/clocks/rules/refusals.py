from typing import Final

from helpdesk.foundation.kernel.refusals import reason

NO_POLICY: Final = reason("no_policy", "there is no policy {name}")

NO_CLOCK: Final = reason("no_clock", "there is no clock {name}")

# Policies and ladders
PROMISES_NOTHING: Final = reason("promises_nothing", "promise nothing")

BAD_TARGET: Final = reason("bad_target", "must be more than nothing and at most ten years")

CALENDAR_NEEDED: Final = reason(
    "calendar_needed", "a target in business time needs a calendar, here or for the whole policy"
)
