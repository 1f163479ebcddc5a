"""Every sample of real mail through the whole way in: each ends somewhere, and none stops the line."""

import os
import sys
from collections import Counter
from pathlib import Path

import pytest
from helpdesk.channels.mail.rules.register import Outcome

from tests.builders.mail import a_mailbox, delivered, with_mailboxes

SAMPLES = Path(os.environ.get("HELPDESK_MAILS") or Path(__file__).parents[4] / "shared/material/mail")
MAILS = sorted(path for path in SAMPLES.rglob("*.eml") if path.is_file())


@pytest.mark.skipif(not MAILS, reason="HELPDESK_MAILS names no folder of mails")
def test_each_becomes_something(desk):
    with_mailboxes(desk, a_mailbox())
    became = Counter()
    for path in MAILS:
        outcome, taken = delivered(desk, path.read_bytes())
        assert taken.outcome is outcome, path
        assert taken.ticket or outcome not in {Outcome.MESSAGE, Outcome.DUPLICATE}, path
        assert taken.reason or outcome not in {Outcome.QUARANTINE, Outcome.IGNORED}, path
        became[path.relative_to(SAMPLES).parts[0], outcome.value] += 1
    for (folder, outcome), count in sorted(became.items()):
        sys.stdout.write(f"{folder}: {count} {outcome}\n")
    assert became.total() == len(MAILS)
