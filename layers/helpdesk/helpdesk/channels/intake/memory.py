"""What is known before a ticket is made."""

from collections.abc import Sequence

from helpdesk.channels.intake.ports import Prepared
from helpdesk.core.assets.memory import AssetRows
from helpdesk.core.directory.memory import PeopleRows
from helpdesk.core.directory.rules import normalize_email
from helpdesk.core.organizations.memory import OrganizationRows
from helpdesk.core.organizations.rules import domains_of
from helpdesk.core.tickets.memory.rows import TicketRows
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.platform.memory.table import MemoryTable


class MemoryPreparation:
    """See ports.Preparation."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table

    def prepare(self, email: str, once: Once | None, assets: Sequence[str] = ()) -> Prepared:
        rows = self._table.rows
        with self._table.lock:
            return Prepared(
                person=rows(PeopleRows).addresses.get(normalize_email(email)),
                organization=next(filter(None, map(rows(OrganizationRows).holder, domains_of(email))), None),
                answered=rows(TicketRows).answers.get(once.key) if once else None,
                assets=rows(AssetRows).named(assets),
            )
