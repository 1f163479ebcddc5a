"""Organizations."""

from helpdesk.core.organizations.ports import OrganizationPage
from helpdesk.core.organizations.rules import Organization, domain_taken
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.platform.memory.table import MemoryTable


class MemoryOrganizations:
    """See ports.Organizations."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table

    def find(self, organization_id: str) -> Organization | None:
        return self._table.organizations.get(organization_id)

    def get(self, organization_id: str) -> Organization:
        found = self.find(organization_id)
        if found is None:
            raise NotFoundError("organization", organization_id)
        return found

    def page(self, cursor: str | None, limit: int) -> OrganizationPage:
        with self._table.lock:
            after = [known for key, known in sorted(self._table.organizations.items()) if key > (cursor or "")]
        found = tuple(after[:limit])
        return OrganizationPage(items=found, cursor=found[-1].id if len(after) > limit else None)

    def put(self, organization: Organization) -> None:
        with self._table.lock:
            before = self.find(organization.id)
            if (before.version if before else 0) != organization.version - 1:
                raise ConflictError(f"{organization.name} was saved by somebody else meanwhile.")
            for domain in organization.domains:
                holder = self._table.holder(domain)
                if holder and holder.id != organization.id:
                    raise domain_taken(organization, domain)
            self._table.organizations[organization.id] = organization
