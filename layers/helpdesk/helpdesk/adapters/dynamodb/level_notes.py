"""Notes for a level in DynamoDB: one partition a level, in the order of categories and time."""

import re
from typing import Final

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Item, Tables
from helpdesk.domain.errors import InvalidError
from helpdesk.domain.level_notes import LevelNote
from helpdesk.domain.refusals import OLD_CURSOR
from helpdesk.domain.vocabulary import Level
from helpdesk.ports import NotePage

_CURSOR: Final = re.compile(r"[^#]*#\w+")


class DynamoLevelNotes:
    """See ports.LevelNotes. A cursor is the place of the last note."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def page(self, level: Level, category: str | None, cursor: str | None, limit: int) -> NotePage:
        pk, prefix = keys.notes_pk(level), "N#" if category is None else f"N#{category}#"
        start = {"ExclusiveStartKey": keys.item_key(pk, f"N#{checked(cursor, category)}")} if cursor else {}
        items, more = self._tables.query(pk, prefix, f"{prefix}~", ScanIndexForward=False, Limit=limit, **start)
        found = tuple(codec.decode(LevelNote, item["note"]["S"]) for item in items)
        return NotePage(items=found, cursor=keys.note_place(found[-1]) if more and found else None)


def checked(cursor: str, category: str | None) -> str:
    if not _CURSOR.fullmatch(cursor) or (category is not None and not cursor.startswith(f"{category}#")):
        raise InvalidError.at("cursor", OLD_CURSOR())
    return cursor


def note_item(note: LevelNote) -> Item:
    return keys.level_note(note) | {"note": keys.text(codec.encode(note))}
