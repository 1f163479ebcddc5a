"""Reports that people have sent to them, in the main table; each stands there twice.

BRIEFING#<person>   <id>                    for whose it is
BRIEFINGS#<region>  <due>#<person>#<id>     for who sends what is due
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from helpdesk.channels.briefings.rules.briefing import MOST, Briefing
from helpdesk.foundation.kernel.encoding import decode, encode, instant
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import item_key
from helpdesk.foundation.platform.dynamodb.tables import Write, transact

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.foundation.kernel.vocabulary import PersonId
    from helpdesk.foundation.platform.dynamodb.keys import Key
    from helpdesk.foundation.platform.dynamodb.tables import Item, Tables

END: Final = "~"


class DynamoBriefings:
    """See ports.Briefings."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def of(self, person: PersonId) -> Sequence[Briefing]:
        items, _ = self._tables.query(_pk(person), " ", END, Limit=MOST + 10)
        return [_briefing(item) for item in items]

    def get(self, person: PersonId, briefing_id: str) -> Briefing | None:
        item = self._tables.get(self._tables.main, _own_key(person, briefing_id))
        return _briefing(item) if item else None

    def put(self, briefing: Briefing, before: Briefing | None) -> None:
        kept = {"briefing": keys.text(encode(briefing)), "moves": keys.text(_moves(briefing))}
        own = _own_key(briefing.person, briefing.id) | kept
        writes = [
            self._write("Put", {"Item": own}, before, guarded=True),
            self._write("Put", {"Item": _due_key(briefing) | kept}),
        ]
        if before and _due_key(before) != _due_key(briefing):
            writes.append(self._write("Delete", {"Key": _due_key(before)}))
        transact(self._tables.client, writes)

    def delete(self, briefing: Briefing) -> None:
        own = {"Key": _own_key(briefing.person, briefing.id)}
        marker = {"Key": _due_key(briefing)}
        writes = [self._write("Delete", own, briefing, guarded=True), self._write("Delete", marker)]
        transact(self._tables.client, writes)

    def due(self, region: str, now: datetime, most: int) -> Sequence[Briefing]:
        items, _ = self._tables.query(f"BRIEFINGS#{region}", " ", f"{instant(now)}{END}", Limit=most)
        return [_briefing(item) for item in items]

    def _write(self, way: str, what: dict[str, Any], before: Briefing | None = None, *, guarded: bool = False) -> Write:
        holds = keys.holding("moves", keys.text(_moves(before)) if before else None) if guarded else {}
        request = {way: {"TableName": self._tables.main} | what | holds}
        return Write(request, ConflictError("This was saved meanwhile.") if guarded else None)


def _moves(briefing: Briefing) -> str:
    """What is another after each change, and each time that it was sent."""
    return f"{briefing.revision}#{instant(briefing.due)}"


def _briefing(item: Item) -> Briefing:
    return decode(Briefing, item["briefing"]["S"])


def _pk(person: str) -> str:
    return f"BRIEFING#{person}"


def _own_key(person: str, briefing_id: str) -> Key:
    return item_key(_pk(person), briefing_id)


def _due_key(briefing: Briefing) -> Key:
    return item_key(f"BRIEFINGS#{briefing.region}", f"{instant(briefing.due)}#{briefing.person}#{briefing.id}")
