"""How much of a mail is read. What goes beyond is put aside as it is: reading it would hold up all others."""

from enum import StrEnum
from typing import Final

from msgspec import Struct


class Bound(StrEnum):
    SIZE = "size"
    HEADERS = "headers"
    PARTS = "parts"
    DEPTH = "depth"
    RECIPIENTS = "recipients"


class UnparsableError(ValueError):
    """It exceeds a bound. Everything else is read as well as it can be."""

    def __init__(self, reason: Bound) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Limits(Struct, frozen=True, kw_only=True):
    size: int = 40 * 1024 * 1024
    """Bytes of the mail, as SES takes them."""
    headers: int = 2 * 1024 * 1024
    """Bytes of headers, of all parts together."""
    parts: int = 2_000
    depth: int = 50
    recipients: int = 10_000
    text: int = 1024 * 1024
    """Characters of text that are shown; the rest is in the mail as it came."""
    page: int = 512 * 1024
    """Characters of HTML that are made into a page; a longer one is read as text alone."""


LIMITS: Final = Limits()
