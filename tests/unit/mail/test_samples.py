"""Mails as programs of the last thirty years have written them, where a collection of them is at hand.

They belong to others and are not published here: `HELPDESK_MAILS` names a folder of them with an `expected.jsonl`. Each
is a line there: `file`, and `from`, `subject`, `body_words`, `attachments`, `automatic`, `bounce_for` with what must be
found, or null. Mails of our own, one of each kind, are in `corpus/`.
"""

import json
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.channels.mail.rules.parsing import parsed
from helpdesk.foundation.kernel.addresses import folded

SAMPLES = Path(os.environ.get("HELPDESK_MAILS") or Path(__file__).parents[4] / "shared/material/mail")
SIGNATURES = {"smime.p7s", "signature.asc"}
PACKED = "winmail.dat"


def expected() -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    if (SAMPLES / "expected.jsonl").exists():
        for line in (SAMPLES / "expected.jsonl").read_text().splitlines():
            case = json.loads(line)
            found[case["file"].partition("/")[0]].append(case)
    return found


def wrong(case: dict[str, Any], mail: Mail) -> list[str]:
    """What was found otherwise than it must be."""
    kept = [file.name for file in mail.attachments if file.is_named and file.name not in SIGNATURES]
    if PACKED in (case["attachments"] or ()) and PACKED not in kept:
        kept = [PACKED] if mail.attachments else []  # what was in it is kept instead
    checks = {
        "from": (folded(case["from"] or ""), (mail.sender and mail.sender.address) or ""),
        "subject": (" ".join((case["subject"] or "").split()), mail.subject),
        "body_words": ([], [word for word in case["body_words"] if word not in mail.text]),
        "attachments": (case["attachments"], kept),
        "automatic": (case["automatic"], mail.is_automatic),
        "bounce_for": (folded(case["bounce_for"] or ""), "".join(mail.bounce.failed[:1]) if mail.bounce else ""),
    }
    return [
        f"{field}: {is_meant!r}, not {found!r}"
        for field, (is_meant, found) in checks.items()
        if case[field] is not None and is_meant != found
    ]


CASES = expected()


@pytest.mark.skipif(not CASES, reason="no collection of mails is at hand")
@pytest.mark.parametrize("folder", CASES or [""])
def test_what_must_be_found_is_found(folder: str):
    faults = {}
    for case in CASES[folder]:
        if found := wrong(case, parsed((SAMPLES / case["file"]).read_bytes())):
            faults[case["file"]] = found
    print(f"{folder}: {len(CASES[folder]) - len(faults)} of {len(CASES[folder])}")  # noqa: T201 - shown by -rP
    assert faults == {}
