"""What is refused of a plan: shifts that cannot be read, substitutes in a circle."""

from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.staffing.rules.availability import Availability
from helpdesk.core.staffing.rules.substitution import AbsencesOf, check_absences
from helpdesk.foundation.kernel.vocabulary import PersonId


def check_availability(person: PersonId, wanted: Availability, absences_of: AbsencesOf) -> Availability:
    """The availability, or SettingError with the place that is wrong."""
    if wanted.shift is not None:
        parse_calendar(wanted.shift, place="shift")
    check_absences(person, wanted.absences, absences_of)
    return wanted
