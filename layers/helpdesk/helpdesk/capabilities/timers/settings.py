"""How long nobody has to come back to a solved ticket until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from msgspec import Meta, Struct

from helpdesk.foundation.kernel.refusals import OUT_OF_RANGE
from helpdesk.foundation.settings.documents import File, Section

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Collection

    from helpdesk.foundation.kernel.reading import Reader

LONGEST: Final = 365


class Fields(Struct, frozen=True, kw_only=True):
    close_solved_after_days: Annotated[int, Meta(ge=1, le=LONGEST)]
    close_solved_in_business_days: bool


class Closing(Struct, frozen=True, kw_only=True):
    """`business`: only days count on which the ticket's calendar opens; one without a calendar closes after days."""

    days: int
    business: bool


def _checked(sent: Reader, _: Collection[str]) -> Fields:
    days = sent.integer("close_solved_after_days")
    if not 0 < days <= LONGEST:
        sent.refuse("close_solved_after_days", OUT_OF_RANGE(least=1, most=LONGEST))
    business = sent.flag("close_solved_in_business_days", default=False)
    return Fields(close_solved_after_days=days, close_solved_in_business_days=business)


def _parsed(written: File) -> Closing:
    return Closing(days=written["close_solved_after_days"], business=written["close_solved_in_business_days"])


CLOSE_SOLVED_AFTER: Final = Section(
    bundle="sla",
    first={"close_solved_after_days": 7, "close_solved_in_business_days": False},
    fields=Fields,
    check=_checked,
    parse=_parsed,
)
