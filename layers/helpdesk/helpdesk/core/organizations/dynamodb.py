"""Organizations in DynamoDB: one item each, and one per mail domain with a copy, which opening a ticket reads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from helpdesk.core.organizations.ports import OrganizationPage
from helpdesk.core.organizations.rules import Organization, domain_taken
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.named import Document, save
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables

KEPT: Final = timedelta(seconds=60)


class DynamoOrganizations:
    """See ports.Organizations. One that was found is kept by the worker for a minute."""

    def __init__(self, tables: Tables, wall: Callable[[], datetime]) -> None:
        self._tables = tables
        self._wall = wall
        self._kept: dict[str, tuple[datetime, Organization | None]] = {}

    def find(self, organization_id: str) -> Organization | None:
        now = self._wall()
        read_at, found = self._kept.get(organization_id, (None, None))
        if read_at is None or now - read_at >= KEPT:
            found = self._read(organization_id)
            self._kept[organization_id] = (now, found)
        return found

    def get(self, organization_id: str) -> Organization:
        found = self._read(organization_id)
        if found is None:
            raise NotFoundError("organization", organization_id)
        return found

    def page(self, cursor: str | None, limit: int) -> OrganizationPage:
        after = f"O#{cursor}\x00" if cursor else "O#"
        items, _ = self._tables.query(ORGANIZATIONS, after, "O#~", Limit=limit + 1)
        found = tuple(organization_of(item) for item in items[:limit])
        return OrganizationPage(items=found, cursor=found[-1].id if len(items) > limit else None)

    def put(self, organization: Organization) -> None:
        before = self._read(organization.id) if organization.version > 1 else None
        gone = set(before.domains if before else ()) - set(organization.domains)
        document = Document(
            key=organization_key(organization.id),
            id=organization.id,
            title=organization.name,
            version=organization.version,
            content={"organization": keys.text(encoding.encode(organization))},
            names=tuple((domain_key(each), domain_taken(organization, each)) for each in organization.domains),
        )
        save(self._tables, document, map(domain_key, gone))
        self._kept.pop(organization.id, None)

    def _read(self, organization_id: str) -> Organization | None:
        item = self._tables.get(self._tables.main, organization_key(organization_id))
        return organization_of(item) if item else None


def organization_of(item: Item) -> Organization:
    return encoding.decode(Organization, item["organization"]["S"])


ORGANIZATIONS: Final = "ORGANIZATIONS"


def organization_key(organization_id: str) -> Key:
    return item_key(ORGANIZATIONS, f"O#{organization_id}")


def domain_key(domain: str) -> Key:
    return item_key(f"DOMAIN#{domain}", "DOMAIN")
