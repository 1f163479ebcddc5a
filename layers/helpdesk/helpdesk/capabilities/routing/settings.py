"""The intake rules that a company has."""

from typing import Final

import msgspec

from helpdesk.capabilities.routing.rules.rule import Rule
from helpdesk.core.tickets.settings import IT_OPERATIONS
from helpdesk.foundation.kernel.vocabulary import Level
from helpdesk.foundation.settings.documents import Document, File

_TO_OPERATIONS: Final = {"level": Level.L2, "team": IT_OPERATIONS}

_SECURITY: Final = ["phishing", "ransomware", "malware", "data breach", "datenleck", "schadsoftware"]

_OUTAGE: Final = ["server down", "outage", "ausfall", "nobody can", "niemand kann"]


def _parsed(written: File) -> tuple[Rule, ...]:
    return msgspec.convert(written["rules"], tuple[Rule, ...])


RULES: Final = Document(
    bundle="desk",
    first={
        "rules": [
            {"name": "security goes to operations", "when": {"words": _SECURITY}, "then": _TO_OPERATIONS},
            {"name": "outages go to operations", "when": {"words": _OUTAGE}, "then": _TO_OPERATIONS},
        ]
    },
    parse=_parsed,
)
