"""Assets in DynamoDB: one item each, and one per name with a copy, which opening a ticket reads."""

from typing import Final

from helpdesk.core.assets.ports import ASSET
from helpdesk.foundation.platform.dynamodb.named import Shelf

ASSETS: Final = Shelf(kind=ASSET, partition="ASSETS", prefix="A#", attribute="asset", claims="ASSET")
