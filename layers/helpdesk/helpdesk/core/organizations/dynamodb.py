"""Organizations in DynamoDB: one item each, and one per mail domain with a copy, which opening a ticket reads."""

from typing import Final

from helpdesk.core.organizations.ports import ORGANIZATION
from helpdesk.foundation.platform.dynamodb.named import MINUTE, Shelf

ORGANIZATIONS: Final = Shelf(
    kind=ORGANIZATION,
    partition="ORGANIZATIONS",
    prefix="O#",
    attribute="organization",
    claims="DOMAIN",
    kept=MINUTE,
)
