"""Organizations in DynamoDB: one item each, and one per mail domain with a copy, which opening a ticket reads."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Item, Tables, Write, transact
from helpdesk.domain.errors import ConflictError, NotFoundError
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
        transact(self._tables.client, [*self._writes(organization), *(self._release(domain) for domain in gone)])
        self._kept.pop(organization.id, None)

    def _read(self, organization_id: str) -> Organization | None:
        item = self._tables.get(self._tables.main, keys.organization(organization_id))
        return organization_of(item) if item else None

    def _writes(self, organization: Organization) -> Iterator[Write]:
        document = {
            "organization": keys.text(codec.encode(organization)),
            "holder": keys.text(organization.id),
            "version": keys.number(organization.version),
        }
        moved = ConflictError(f"{organization.name} was saved by somebody else meanwhile.")
        unmoved = "attribute_not_exists(pk)" if organization.version == 1 else "version = :version"
        value = {":version": keys.number(organization.version - 1)} if organization.version > 1 else {}
        yield self._put(keys.organization(organization.id) | document, unmoved, value, moved)
        for domain in organization.domains:
            own = {":holder": keys.text(organization.id)}
            free = "attribute_not_exists(pk) OR holder = :holder"
            yield self._put(keys.mail_domain(domain) | document, free, own, domain_taken(organization, domain))

    def _put(self, item: Item, condition: str, values: Item, refusal: Any) -> Write:
        put: Item = {"TableName": self._tables.main, "Item": item, "ConditionExpression": condition}
        return Write({"Put": put | ({"ExpressionAttributeValues": values} if values else {})}, refusal)

    def _release(self, domain: str) -> Write:
        return Write({"Delete": {"TableName": self._tables.main, "Key": keys.mail_domain(domain)}})


def organization_of(item: Item) -> Organization:
    return codec.decode(Organization, item["organization"]["S"])
