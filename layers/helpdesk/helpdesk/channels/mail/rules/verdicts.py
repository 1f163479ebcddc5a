"""What our own receiver found about a mail: read from where it alone can write."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.channels.mail.rules.mail import Verdicts
from helpdesk.channels.mail.rules.mime import headers
from helpdesk.channels.mail.rules.mime.headers import Headers

_END: Final = "x-ses-receipt"
_METHOD: Final = re.compile(
    r"\b(spf|dkim|dmarc)=([a-z]{1,20})\b(?:[^;]{0,300}?(?:\bp|\bpolicy\.dmarc)=([a-z]{1,20}))?", re.IGNORECASE
)


def verdicts(fields: Headers) -> Verdicts:
    """Nothing at all for a mail that did not come by our receiver."""
    ours: dict[str, str] = {}
    for name, value in _ours(fields):
        ours.setdefault(name, value)
    found: dict[str, str] = {}
    for method in _METHOD.finditer(ours.get("authentication-results", "")):
        found.setdefault(method[1].lower(), method[2].lower())
        if method[1].lower() == "dmarc" and method[3]:
            found.setdefault("dmarc_policy", method[3].lower())
    found.setdefault("spf", ours.get("received-spf", "").partition(" ")[0].lower())
    return Verdicts(
        spam=ours.get("x-ses-spam-verdict", "").lower(), virus=ours.get("x-ses-virus-verdict", "").lower(), **found
    )


def _ours(fields: Headers) -> Iterator[tuple[str, str]]:
    at = next((at for at, (name, _) in enumerate(fields.fields) if name == _END), 0)
    return ((name, headers.readable(value[:2000])) for name, value in fields.fields[:at])
