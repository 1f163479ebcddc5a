"""What the API takes and gives of assets."""

from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from helpdesk.domain import assets
from helpdesk.domain.vocabulary import Scale
from helpdesk.entrypoints.inputs import Identifier, Line, Request, one_line
from helpdesk.entrypoints.outputs import View

Word = Annotated[str, StringConstraints(min_length=1, max_length=60), BeforeValidator(one_line)]
Tag = Annotated[str, StringConstraints(max_length=100), BeforeValidator(one_line)]


class AssetPlan(Request):
    """`tag` is the number that stands on it, by which people name it. `impact` is the least that a ticket has in which
    it is affected. `retired` assets can no longer be named.
    """

    name: Line
    type: Word
    tag: Tag = ""
    organization: Identifier | None = None
    impact: Scale | None = None
    notes: Annotated[str, Field(max_length=2000)] = ""
    retired: bool = False

    def meant(self, asset_id: str) -> assets.Asset:
        return assets.Asset(id=asset_id, **self.model_dump())


class Asset(View):
    """`revision` is the ETag."""

    id: str
    name: str
    type: str
    tag: str
    organization: str | None
    impact: Scale | None
    notes: str
    retired: bool
    revision: int


class AssetPage(View):
    items: list[Asset]
    cursor: str | None


def asset_view(found: assets.Asset) -> Asset:
    shown = {name: getattr(found, name) for name in Asset.model_fields if name != "revision"}
    return Asset(**shown, revision=found.version)
