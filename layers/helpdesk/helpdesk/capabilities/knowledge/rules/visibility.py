"""Who may read an article: its one door."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import Level


class Audience(StrEnum):
    PUBLIC = "public"
    SIGNED_IN = "signed_in"
    ORGANIZATIONS = "organizations"
    STAFF = "staff"


class Visibility(Struct, frozen=True, kw_only=True):
    """`organizations` are those of which people may read it. Of staff, who works on the `level` or a higher one."""

    audience: Audience
    organizations: tuple[str, ...] = ()
    level: Level | None = None


class Reader(Struct, frozen=True, kw_only=True):
    """Who reads. `staff` are those inside the house; `leads` read what all levels have."""

    signed_in: bool = False
    organization: str | None = None
    staff: bool = False
    leads: bool = False
    level: Level = Level.L1


GUEST: Final = Reader()


def sees(reader: Reader, visibility: Visibility) -> bool:
    match visibility.audience:
        case Audience.PUBLIC:
            return True
        case Audience.SIGNED_IN:
            return reader.signed_in
        case Audience.ORGANIZATIONS:
            return reader.staff or (reader.organization is not None and reader.organization in visibility.organizations)
        case Audience.STAFF:
            return reader.staff and (reader.leads or visibility.level is None or reader.level >= visibility.level)
