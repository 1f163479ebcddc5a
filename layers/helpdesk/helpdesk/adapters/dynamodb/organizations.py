"""Organizations in DynamoDB: one item each, and one per mail domain with a copy, which opening a ticket reads."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.named import Document, save
from helpdesk.adapters.dynamodb.transactions import Item, Tables
from helpdesk.domain.errors import NotFoundError
from helpdesk.domain.organizations import Organization, domain_taken
from helpdesk.ports import OrganizationPage

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
        items, _ = self._tables.query(keys.ORGANIZATIONS, after, "O#~", Limit=limit + 1)
        found = tuple(organization_of(item) for item in items[:limit])
        return OrganizationPage(items=found, cursor=found[-1].id if len(items) > limit else None)

    def put(self, organization: Organization) -> None:
        before = self._read(organization.id) if organization.version > 1 else None
        gone = set(before.domains if before else ()) - set(organization.domains)
        document = Document(
            key=keys.organization(organization.id),
            id=organization.id,
            title=organization.name,
            version=organization.version,
            content={"organization": keys.text(codec.encode(organization))},
            names=tuple((keys.mail_domain(each), domain_taken(organization, each)) for each in organization.domains),
        )
        save(self._tables, document, map(keys.mail_domain, gone))
        self._kept.pop(organization.id, None)

    def _read(self, organization_id: str) -> Organization | None:
        item = self._tables.get(self._tables.main, keys.organization(organization_id))
        return organization_of(item) if item else None


def organization_of(item: Item) -> Organization:
    return codec.decode(Organization, item["organization"]["S"])
