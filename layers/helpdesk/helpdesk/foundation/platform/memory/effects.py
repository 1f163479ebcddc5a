"""The ledger of effects."""

from datetime import timedelta

from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.platform.ports import Claim


class MemoryEffectLedger:
    """See ports.EffectLedger. Leases run in real time."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table

    def claim(self, ticket_id: TicketId, key: str, lease: timedelta) -> Claim:
        now = self._table.wall()
        with self._table.lock:
            held, until = self._table.effects.get((ticket_id, key), (None, now))
            if held is Claim.DONE:
                return Claim.DONE
            if held is Claim.BUSY and until >= now:
                return Claim.BUSY
            self._table.effects[ticket_id, key] = Claim.BUSY, now + lease
        return Claim.GRANTED

    def done(self, ticket_id: TicketId, key: str, message_id: str) -> None:
        with self._table.lock:
            self._table.effects[ticket_id, key] = Claim.DONE, self._table.wall()
            self._table.threads[message_id] = ticket_id
