"""Escalations and corrections in DynamoDB: a partition for each day, one item for each, an escalation's written again
when it is answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from helpdesk.capabilities.levels.ports import NotePage
from helpdesk.capabilities.levels.rules import notes
from helpdesk.capabilities.levels.rules.notes import LevelNote, note_of, note_place
from helpdesk.capabilities.levels.rules.report import Correction, Counted, changed_by, corrected_by
from helpdesk.core.record.levels import Escalation
from helpdesk.core.tickets.rules.change import Change
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.vocabulary import Level
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write


class DynamoEscalations:
    """See ports.Escalations."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def of_day(self, day: date) -> Sequence[Counted]:
        items = self._tables.query_all(escalations_pk(day), "C#", "X#~")
        return [_counted(item) for item in items]


def _counted(item: Item) -> Counted:
    if "correction" in item:
        return encoding.decode(Correction, item["correction"]["S"])
    return encoding.decode(Escalation, item["escalation"]["S"])


def escalation_item(escalation: Escalation) -> Item:
    return escalation_key(escalation) | {"escalation": keys.text(encoding.encode(escalation))}


def correction_item(correction: Correction) -> Item:
    key = item_key(escalations_pk(_day(correction.at)), f"C#{correction.id}")
    return key | {"correction": keys.text(encoding.encode(correction))}


class DynamoLevelNotes:
    """See ports.LevelNotes. A cursor is the place of the last note."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def page(self, level: Level, category: str | None, cursor: str | None, limit: int) -> NotePage:
        pk, prefix = notes_pk(level), "N#" if category is None else f"N#{category}#"
        start = {"ExclusiveStartKey": item_key(pk, f"N#{cursor}")} if cursor else {}
        items, more = self._tables.query(pk, prefix, f"{prefix}~", ScanIndexForward=False, Limit=limit, **start)
        found = tuple(encoding.decode(LevelNote, item["note"]["S"]) for item in items)
        return NotePage(items=found, cursor=notes.note_place(found[-1]) if more and found else None)


def note_item(note: LevelNote) -> Item:
    return note_key(note) | {"note": keys.text(encoding.encode(note))}


def notes_pk(level: str) -> str:
    return f"NOTES#{level}"


def note_key(note: LevelNote) -> Key:
    return item_key(notes_pk(note.level), f"N#{note_place(note)}")


def escalations_pk(day: date) -> str:
    return f"ESCALATIONS#{day.isoformat()}"


def escalation_key(raised: Escalation) -> Key:
    return item_key(escalations_pk(_day(raised.at)), f"X#{raised.id}")


def _day(at: datetime) -> date:
    return at.astimezone(UTC).date()


def beside(tables: Tables, change: Change) -> list[Write]:
    """The notes that a change keeps, the escalations that it raised or answered, and its corrections."""
    notes = [note_item(note) for entry in change.entries if (note := note_of(entry))]
    escalations = [escalation_item(each) for each in changed_by(change)]
    corrections = [correction_item(each) for each in corrected_by(change)]
    items = [*notes, *escalations, *corrections]
    return [Write({"Put": {"TableName": tables.main, "Item": item}}) for item in items]
