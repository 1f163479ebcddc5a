"""The ledger of effects."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.memory.table import MemoryTable
from helpdesk.foundation.platform.ports import Claim


@dataclass(slots=True)
class EffectRows:
    effects: dict[tuple[TicketId, str], tuple[Claim, datetime]] = field(default_factory=dict)


class MemoryEffectLedger:
    """See ports.EffectLedger. Leases run in real time."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table
        self._rows = table.rows(EffectRows)

    def claim(self, ticket_id: TicketId, key: str, lease: timedelta) -> Claim:
        now = self._table.wall()
        with self._table.lock:
            held, until = self._rows.effects.get((ticket_id, key), (None, now))
            if held is Claim.DONE:
                return Claim.DONE
            if held and until >= now:
                return held
            self._rows.effects[ticket_id, key] = Claim.BUSY, now + lease
        return Claim.GRANTED

    def done(self, ticket_id: TicketId, key: str, made: str) -> None:  # noqa: ARG002 - nobody asks for it here
        with self._table.lock:
            self._rows.effects[ticket_id, key] = Claim.DONE, self._table.wall()

    def refused(self, ticket_id: TicketId, key: str, lease: timedelta) -> None:
        with self._table.lock:
            held, _ = self._rows.effects[ticket_id, key]
            if held is Claim.BUSY:
                self._rows.effects[ticket_id, key] = Claim.REFUSED, self._table.wall() + lease
