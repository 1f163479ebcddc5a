"""A mail that came in, as the mail service says it: of that alone nobody outside can write anything."""

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

import msgspec
from msgspec import Struct

from helpdesk.foundation.kernel.addresses import folded_domain

RECEIVED: Final = "Received"

MOST_RECIPIENTS: Final = 500

LANES: Final = 8
"""Side by side for each domain: large providers have many senders, and each of those stays in order."""

_VERDICTS: Final = ("spam", "virus", "spf", "dkim", "dmarc")


class Again(StrEnum):
    REPLAY = "replay"
    """Judge it anew."""
    RELEASE = "release"
    """Somebody has looked at it: make a ticket of it."""


class Arrival(Struct, frozen=True, kw_only=True):
    id: str
    """As the mail service counts: its own of each delivery."""
    key: str
    """Of its bytes in the bucket."""
    received_at: datetime
    sender: str
    """Of the envelope; empty for reports."""
    recipients: tuple[str, ...]
    """Those of ours in the envelope: blind copies too."""
    verdicts: Mapping[str, str] = {}
    """In small letters: `pass`, `fail`, `gray`, `processing_failed`."""
    policy: str = ""
    """What the sender's domain wants done with mail that fails DMARC; said of such alone."""
    again: Again | None = None
    seen: int = 0
    """The revision in the register of who wants it again."""


def arrival_of(notification: Mapping[str, Any]) -> Arrival | None:
    """None for what tells of no mail, as the first word of a new rule does."""
    if notification.get("notificationType") != RECEIVED:
        return None
    receipt, mail = notification["receipt"], notification["mail"]
    said = {name: str(receipt.get(f"{name}Verdict", {}).get("status", "")).lower() for name in _VERDICTS}
    return Arrival(
        id=mail["messageId"],
        key=receipt["action"]["objectKey"],
        received_at=msgspec.convert(receipt["timestamp"], datetime),
        sender=mail.get("source", "")[:320],
        recipients=tuple(receipt["recipients"][:MOST_RECIPIENTS]),
        verdicts={name: verdict for name, verdict in said.items() if verdict},
        policy=str(receipt.get("dmarcPolicy", "")).lower(),
    )


def lane(arrival: Arrival) -> str:
    """In which line of the queue it waits: that of its sender's domain, so that others do not wait for a flood."""
    domain = re.sub(r"[^a-z0-9.-]", "-", folded_domain(arrival.sender.rpartition("@")[2]))[:100] or "reports"
    which = hashlib.sha256(arrival.sender.lower().encode()).digest()[0] % LANES
    return f"{domain}/{which}"
