"""What is refused of a plan: shifts that cannot be read, numbers that cannot be meant, substitutes in a circle."""

from typing import Final

from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.substitution import AbsencesOf, check_absences
from helpdesk.foundation.kernel.reading import SettingError
from helpdesk.foundation.kernel.refusals import OUT_OF_RANGE
from helpdesk.foundation.kernel.vocabulary import PersonId

MOST_HELD: Final = 500

GRADES: Final = range(1, 6)

WEIGHTS: Final = range(1, 101)


def check_availability(person: PersonId, wanted: Availability, absences_of: AbsencesOf) -> Availability:
    """The availability, or SettingError with the place that is wrong."""
    if wanted.shift is not None:
        parse_calendar(wanted.shift, place="shift")
    if wanted.weight not in WEIGHTS:
        raise SettingError("weight", OUT_OF_RANGE(least=1, most=100))
    if not 0 <= wanted.capacity <= MOST_HELD:
        raise SettingError("capacity", OUT_OF_RANGE(least=0, most=MOST_HELD))
    for channel, most in wanted.channels.items():
        if not 0 <= most <= MOST_HELD:
            raise SettingError(f"channels.{channel}", OUT_OF_RANGE(least=0, most=MOST_HELD))
    for skill, grade in wanted.skills.items():
        if grade not in GRADES:
            raise SettingError(f"skills.{skill}", OUT_OF_RANGE(least=1, most=5))
    check_absences(person, wanted.absences, absences_of)
    return wanted
