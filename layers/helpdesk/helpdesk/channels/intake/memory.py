"""What is known before a ticket is made."""

from collections.abc import Sequence

from helpdesk.channels.intake.ports import Prepared
from helpdesk.core.assets.ports import Assets
from helpdesk.core.directory.memory import PeopleRows
from helpdesk.core.organizations.ports import Organizations
from helpdesk.core.organizations.rules import domains_of, organization_of
from helpdesk.core.tickets.memory.rows import TicketRows
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.platform.memory.table import MemoryTable


class MemoryPreparation:
    """See ports.Preparation."""

    def __init__(self, table: MemoryTable, organizations: Organizations, assets: Assets) -> None:
        self._lock = table.lock
        self._people = table.rows(PeopleRows)
        self._tickets = table.rows(TicketRows)
        self._organizations = organizations
        self._assets = assets

    def prepare(self, email: str, once: Once | None, assets: Sequence[str] = ()) -> Prepared:
        with self._lock:
            return Prepared(
                person=self._people.addresses.get(folded(email)),
                organization=organization_of(email, self._organizations.named(domains_of(email))),
                answered=self._tickets.answers.get(once.key) if once else None,
                assets=self._assets.named(assets),
            )
