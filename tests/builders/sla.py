"""SLA settings as an administrator sends them: a small document, and what is changed in it."""

import copy
from typing import Any

BERLIN = {
    "id": "berlin",
    "timezone": "Europe/Berlin",
    "week": {day: [["08:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "region": "DE-BE",
}
LONDON = {"id": "london", "timezone": "Europe/London", "week": {"mon": [["09:00", "17:00"]]}}
GOLD = {
    "id": "gold",
    "conditions": {"organization": ["acme"]},
    "calendar": "berlin",
    "targets": {
        "first_response": {"*": {"seconds": 3600}},
        "resolution": {"*": {"seconds": 14400, "calendar": "london"}},
    },
}
PLAIN = {"id": "plain", "targets": {"resolution": {"*": {"seconds": 86400, "business": False}}}}


def a_document(**changes: Any) -> dict[str, Any]:
    document = {"calendars": [BERLIN, LONDON], "policies": [GOLD, PLAIN], "close_solved_after_days": 5}
    return copy.deepcopy({**document, **changes})


def changed(file: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(file), **changes}
