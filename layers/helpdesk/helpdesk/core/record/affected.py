"""Assets as tickets name them."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import Scale


class AffectedAsset(Struct, frozen=True, kw_only=True):
    """An asset as it was when the ticket named it. `impact` is the least that it asked for."""

    id: str
    type: str
    name: str
    impact: Scale | None = None


_LOWEST_FIRST: Final = tuple(Scale)


def raised(impact: Scale, affected: Iterable[AffectedAsset]) -> Scale:
    """The impact, or the higher one that an asset asks for: never a lower."""
    return max((impact, *(asset.impact for asset in affected if asset.impact)), key=_LOWEST_FIRST.index)
