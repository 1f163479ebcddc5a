"""Which files make the index of one month. The month in which a ticket was opened is its index for ever."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace


class Manifest(Struct, frozen=True, kw_only=True):
    """`packs` are what its commits brought, oldest first: the last says which of their files the index still has."""

    month: str
    version: int = 0
    packs: tuple[str, ...] = ()
    made_at: datetime | None = None
    """When it was made anew, where it was."""

    def followed_by(self, packs: tuple[str, ...]) -> Manifest:
        return replace(self, version=self.version + 1, packs=packs)


class Pack(Struct, frozen=True, kw_only=True):
    """What one commit brought: files that are new, its head, and the names of all files it had from then on."""

    live: tuple[str, ...]
    head: bytes
    files: dict[str, bytes]
