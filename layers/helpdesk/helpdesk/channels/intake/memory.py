"""What is known before a ticket is made."""

from collections.abc import Sequence

from helpdesk.channels.intake.ports import Prepared
from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.core.assets.ports import Assets
from helpdesk.core.directory.memory import PeopleRows
from helpdesk.core.organizations.ports import Organizations
from helpdesk.core.organizations.rules import domains_of_any, organization_of_any
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

    def prepare(self, sender: Sender, once: Once | None, assets: Sequence[str] = ()) -> Prepared:
        with self._lock:
            if sender.person:
                person = self._people.people.get(sender.person)
            else:
                person = self._people.addresses.get(folded(sender.email))
            asked_from = (sender.email, *(person.beside(sender.email) if person and not person.organization else ()))
            claims = self._organizations.named(domains_of_any(asked_from))
            return Prepared(
                person=person,
                organization=organization_of_any(asked_from, claims),
                answered=self._tickets.answers.get(once.key) if once else None,
                assets=self._assets.named(assets),
            )
