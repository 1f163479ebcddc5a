"""Assets: the things that tickets are about, by which names they are found, and what it means that one is affected."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from helpdesk.core.record.affected import AffectedAsset
from helpdesk.foundation.kernel.errors import FieldProblem, InvalidError
from helpdesk.foundation.kernel.refusals import Refusal, reason
from helpdesk.foundation.kernel.text import folded, words_of
from helpdesk.foundation.kernel.vocabulary import Scale

NO_ASSET: Final = reason("no_asset", "there is no asset {name}")

# Organizations and assets
ASSET_RETIRED: Final = reason("asset_retired", "{name} is no longer in use")

ASSET_TAKEN: Final = reason("asset_taken", "{name} is another asset's id or tag")

MOST_AFFECTED: Final = 10  # a ticket's; they are read in one request with all else that opening it needs


class Asset(Struct, frozen=True, kw_only=True):
    """`tag` is the number that stands on it. Id and tag are its names, which no other asset has, however written.

    `impact` is the least that a ticket has in which it is affected. One that is `retired` can no longer be named.
    `version` counts what was saved.
    """

    id: str
    name: str
    type: str
    tag: str = ""
    organization: str | None = None
    impact: Scale | None = None
    notes: str = ""
    retired: bool = False
    version: int = 0

    @property
    def names(self) -> frozenset[str]:
        """As they are looked up: people type what stands on a label with other spaces and other case."""
        return frozenset(filter(None, (folded(self.id), folded(self.tag))))

    @property
    def affected(self) -> AffectedAsset:
        return AffectedAsset(id=self.id, type=self.type, name=self.name, impact=self.impact)


def terms_of(asset: Asset) -> tuple[str, ...]:
    """By what begins so it is found: its words, and what stands on its label, with or without what stands between."""
    words = [*words_of(asset.name)[:6], *words_of(asset.type)[:2]]
    labels = [word for label in (asset.id, asset.tag) for word in (*words_of(label)[:3], "".join(words_of(label))[:40])]
    return tuple(dict.fromkeys(filter(None, [*words, *labels])))


class Sought(Struct, frozen=True, kw_only=True):
    """What came of looking for assets: those found, and why there is none for the names at some positions."""

    affected: tuple[AffectedAsset, ...]
    refused: Mapping[int, Refusal]


def sought(names: Sequence[str], known: Mapping[str, Asset], kept: Iterable[AffectedAsset] = ()) -> Sought:
    """`known` are assets by their folded names; those `kept` were named before they were retired."""
    affected: dict[str, AffectedAsset] = {}
    refused = {}
    before = {asset.id for asset in kept}
    for index, name in enumerate(names):
        asset = known.get(folded(name))
        if asset is None:
            refused[index] = NO_ASSET(name=name)
        elif asset.retired and asset.id not in before:
            refused[index] = ASSET_RETIRED(name=asset.id)
        else:
            affected[asset.id] = asset.affected
    return Sought(affected=tuple(affected.values()), refused=refused)


def all_of(
    names: Sequence[str], known: Mapping[str, Asset], kept: Iterable[AffectedAsset] = ()
) -> tuple[AffectedAsset, ...]:
    """Those named; InvalidError with the place of each that there is not."""
    found = sought(names, known, kept)
    if found.refused:
        problems = [FieldProblem.at(f"assets[{index}]", why) for index, why in found.refused.items()]
        raise InvalidError(next(iter(found.refused.values())).sentence, problems)
    return found.affected


def name_taken(asset: Asset, name: str) -> InvalidError:
    field = "id" if name == folded(asset.id) else "tag"
    return InvalidError.at(field, ASSET_TAKEN(name=getattr(asset, field)))
