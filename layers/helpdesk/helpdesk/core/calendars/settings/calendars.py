"""The calendars of a desk."""

from typing import Final

from helpdesk.core.calendars.settings.file import parse_calendar
from helpdesk.core.calendars.settings.holidays import BERLIN
from helpdesk.foundation.settings.documents import Shelf

CALENDARS: Final = Shelf(
    bundle="sla",
    name="calendars",
    first=(
        {
            "id": "office-berlin",
            "version": 1,
            "name": "Office Berlin",
            "timezone": "Europe/Berlin",
            "week": {day: [["08:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
            "region": "DE-BE",
            "region_days": BERLIN,
        },
        {"id": "always", "version": 1, "name": "Around the clock", "timezone": "UTC", "week": "24x7"},
    ),
    parse=parse_calendar,
)
