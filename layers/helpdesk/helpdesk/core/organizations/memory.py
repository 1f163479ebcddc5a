"""Organizations."""

from dataclasses import dataclass, field

from helpdesk.core.organizations.ports import OrganizationPage
from helpdesk.core.organizations.rules import Organization, domain_taken
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.platform.memory.table import MemoryTable


@dataclass(slots=True)
class OrganizationRows:
    organizations: dict[str, Organization] = field(default_factory=dict)

    def holder(self, domain: str) -> Organization | None:
        """The organization that a mail domain belongs to."""
        return next((each for each in self.organizations.values() if domain in each.domains), None)


class MemoryOrganizations:
    """See ports.Organizations."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table
        self._rows = table.rows(OrganizationRows)

    def find(self, organization_id: str) -> Organization | None:
        return self._rows.organizations.get(organization_id)

    def get(self, organization_id: str) -> Organization:
        found = self.find(organization_id)
        if found is None:
            raise NotFoundError("organization", organization_id)
        return found

    def page(self, cursor: str | None, limit: int) -> OrganizationPage:
        with self._table.lock:
            after = [known for key, known in sorted(self._rows.organizations.items()) if key > (cursor or "")]
        found = tuple(after[:limit])
        return OrganizationPage(items=found, cursor=found[-1].id if len(after) > limit else None)

    def put(self, organization: Organization) -> None:
        with self._table.lock:
            before = self.find(organization.id)
            if (before.version if before else 0) != organization.version - 1:
                raise ConflictError(f"{organization.name} was saved by somebody else meanwhile.")
            for domain in organization.domains:
                holder = self._rows.holder(domain)
                if holder and holder.id != organization.id:
                    raise domain_taken(organization, domain)
            self._rows.organizations[organization.id] = organization
