"""The SLA policies of a desk."""

from collections.abc import Mapping
from typing import Final

from helpdesk.core.clocks.rules.policy import Policy
from helpdesk.core.clocks.settings.policy_file import parse_policy
from helpdesk.foundation.settings.documents import File, Shelf

_HOUR: Final = 3600


def _parsed(file: File, _: Mapping[str, Policy]) -> Policy:
    return parse_policy(file)


POLICIES: Final = Shelf(
    bundle="sla",
    name="policies",
    first=(
        {
            "id": "standard",
            "version": 1,
            "name": "Standard",
            "calendar": "office-berlin@1",
            "pause": ["pending", "on_hold"],
            "warnings": {"percent": [75]},
            "targets": {
                "first_response": {
                    "P1": {"seconds": _HOUR // 2, "business": False},
                    "P2": {"seconds": 2 * _HOUR},
                    "P3": {"seconds": 4 * _HOUR},
                    "P4": {"seconds": 8 * _HOUR},
                },
                "resolution": {
                    "P1": {"seconds": 4 * _HOUR, "business": False},
                    "P2": {"seconds": 8 * _HOUR},
                    "P3": {"seconds": 24 * _HOUR},
                    "P4": {"seconds": 40 * _HOUR},
                },
            },
        },
    ),
    parse=_parsed,
)
