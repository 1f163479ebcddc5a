"""Escalations."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from helpdesk.capabilities.levels.ports import NotePage
from helpdesk.capabilities.levels.rules.notes import note_of, note_place
from helpdesk.capabilities.levels.rules.report import Counted, changed_by, corrected_by
from helpdesk.core.record.levels import Escalation
from helpdesk.core.tickets.memory.rows import TicketRows
from helpdesk.core.tickets.rules.change import Change
from helpdesk.foundation.kernel.vocabulary import Level
from helpdesk.foundation.platform.memory.table import MemoryTable


@dataclass(slots=True)
class EscalationRows:
    escalations: dict[str, Counted] = field(default_factory=dict)


class MemoryEscalations:
    """See ports.Escalations."""

    def __init__(self, table: MemoryTable) -> None:
        self._rows = table.rows(EscalationRows)

    def of_day(self, day: date) -> Sequence[Counted]:
        found = [each for each in self._rows.escalations.values() if each.at.date() == day]
        return sorted(found, key=lambda each: (isinstance(each, Escalation), each.id))


class MemoryLevelNotes:
    """See ports.LevelNotes. They are in the entries."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table
        self._rows = table.rows(TicketRows)

    def page(self, level: Level, category: str | None, cursor: str | None, limit: int) -> NotePage:
        with self._table.lock:
            kept = [note_of(entry) for entries in self._rows.entries.values() for entry in entries]
        found = [note for note in kept if note and note.level is level and category in (None, note.category)]
        order = sorted(found, key=note_place, reverse=True)
        if cursor:
            order = [note for note in order if note_place(note) < cursor]
        shown = tuple(order[:limit])
        return NotePage(items=shown, cursor=note_place(shown[-1]) if len(order) > limit else None)


def beside(table: MemoryTable, change: Change) -> None:
    """The escalations that a change raised or answered, and its corrections; notes are in the entries."""
    counted: list[Counted] = [*changed_by(change), *corrected_by(change)]
    table.rows(EscalationRows).escalations |= {each.id: each for each in counted}
