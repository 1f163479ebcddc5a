"""Addresses that nothing is sent to."""

from dataclasses import dataclass, field

from helpdesk.channels.notices.ports import DeadPage
from helpdesk.channels.notices.rules.sent import DeadAddress
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.platform.memory.table import MemoryTable


@dataclass(slots=True)
class DeadRows:
    dead: dict[str, DeadAddress] = field(default_factory=dict)


class MemoryDeadAddresses:
    """See ports.DeadAddresses. A cursor is the address of the last."""

    def __init__(self, table: MemoryTable) -> None:
        self._dead = table.rows(DeadRows).dead

    def find(self, address: str) -> DeadAddress | None:
        return self._dead.get(folded(address))

    def add(self, dead: DeadAddress) -> None:
        self._dead.setdefault(folded(dead.address), dead)

    def remove(self, address: str) -> DeadAddress:
        dead = self._dead.pop(folded(address), None)
        if dead is None:
            raise NotFoundError("undeliverable address", address)
        return dead

    def page(self, cursor: str | None, limit: int) -> DeadPage:
        after = [dead for address, dead in sorted(self._dead.items()) if address > (cursor or "")]
        found = tuple(after[:limit])
        return DeadPage(addresses=found, cursor=folded(found[-1].address) if len(after) > limit else None)
