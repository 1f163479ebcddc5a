"""What there is beside tickets, as it is found."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct


class ThingKind(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    ASSET = "asset"


class Thing(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    says: Sequence[str | None]
    """What tells it from others of its name."""
