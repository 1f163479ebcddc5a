"""Escalations."""

from collections.abc import Sequence
from datetime import date

from helpdesk.adapters.memory.table import MemoryTable
from helpdesk.domain.tickets import Escalation


class MemoryEscalations:
    """See ports.Escalations."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table

    def of_day(self, day: date) -> Sequence[Escalation]:
        found = [each for each in self._table.escalations.values() if each.at.date() == day]
        return sorted(found, key=lambda each: each.id)
