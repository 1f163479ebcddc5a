"""Port to assets."""

from typing import Final

from helpdesk.core.assets.rules import Asset, name_taken, terms_of
from helpdesk.foundation.kernel.text import folded
from helpdesk.foundation.platform.named import Kind, NamedStore

ASSET: Final = Kind(
    called="asset",
    shape=Asset,
    names=lambda asset: asset.names,
    folded=folded,
    terms=terms_of,
    taken=name_taken,
)

Assets = NamedStore[Asset]
"""Their names are ids and tags."""
