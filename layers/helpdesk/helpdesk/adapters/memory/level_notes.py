"""Notes for a level."""

from helpdesk.adapters.dynamodb.keys import note_place
from helpdesk.adapters.dynamodb.level_notes import checked
from helpdesk.adapters.memory.table import MemoryTable
from helpdesk.domain.level_notes import note_of
from helpdesk.domain.vocabulary import Level
from helpdesk.ports import NotePage


class MemoryLevelNotes:
    """See ports.LevelNotes. They are in the entries."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table

    def page(self, level: Level, category: str | None, cursor: str | None, limit: int) -> NotePage:
        with self._table.lock:
            kept = [note_of(entry) for entries in self._table.entries.values() for entry in entries]
        found = [note for note in kept if note and note.level is level and category in (None, note.category)]
        order = sorted(found, key=note_place, reverse=True)
        if cursor:
            order = [note for note in order if note_place(note) < checked(cursor, category)]
        shown = tuple(order[:limit])
        return NotePage(items=shown, cursor=note_place(shown[-1]) if len(order) > limit else None)
