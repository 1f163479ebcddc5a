from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from helpdesk.core.assets import rules as assets
from helpdesk.core.assets.rules import MOST_AFFECTED
from helpdesk.foundation.edge.inputs import Flag, Identifier, Line, Notes, Request, Word, one_line
from helpdesk.foundation.kernel.vocabulary import Scale

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
    notes: Notes = ""
    retired: Flag = False

    def meant(self, asset_id: str) -> assets.Asset:
        return assets.Asset(id=asset_id, **self.model_dump())


# Each by its id or by the number that stands on it.
Assets = Annotated[tuple[Line, ...], Field(max_length=MOST_AFFECTED)]
