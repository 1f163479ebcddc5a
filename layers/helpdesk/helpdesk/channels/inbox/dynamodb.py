"""Inboxes in DynamoDB: a heap under its ticket, and once more where it stands in the list.

What is put off stands at an instant to come: a list that ends now does not reach it, and nothing has to bring it back.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from helpdesk.channels.inbox.ports import InboxPage
from helpdesk.channels.inbox.rules import KEPT, Heap
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.encoding import instant
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact

STANDING: Final = "S#"


class DynamoInboxes:
    """See ports.Inboxes."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def heap(self, person: PersonId, ticket_id: TicketId) -> Heap:
        item = self._tables.get(self._tables.main, heap_key(person, ticket_id))
        return _heap_of(item) if item else Heap(ticket=ticket_id)

    def put(self, person: PersonId, heap: Heap, before: Heap) -> None:
        moved = ConflictError("More came meanwhile.")
        item = {
            "heap": keys.text(encoding.encode(heap)),
            "expires_at": keys.number(int((self._tables.wall() + KEPT).timestamp())),
        }
        put: Item = {"TableName": self._tables.main, "Item": heap_key(person, heap.ticket) | item}
        put["Item"]["revision"] = keys.number(heap.revision)
        put["ConditionExpression"] = "attribute_not_exists(pk)"
        if before.revision:
            put["ConditionExpression"] = "revision = :before"
            put["ExpressionAttributeValues"] = {":before": keys.number(before.revision)}
        writes = [Write({"Put": put}, moved)]
        if before.stands_at and before.stands_at != heap.stands_at:
            place = place_key(person, before.stands_at, heap.ticket)
            writes.append(Write({"Delete": {"TableName": self._tables.main, "Key": place}}))
        if heap.stands_at:
            standing = place_key(person, heap.stands_at, heap.ticket) | item
            writes.append(Write({"Put": {"TableName": self._tables.main, "Item": standing}}))
        transact(self._tables.client, writes)

    def page(self, person: PersonId, now: datetime, cursor: str | None, limit: int) -> InboxPage:
        pk = inbox_pk(person)
        start = {"ExclusiveStartKey": item_key(pk, cursor)} if cursor else {}
        last = f"{STANDING}{instant(now)}~"
        items, cut_off = self._tables.query(pk, STANDING, last, ScanIndexForward=False, Limit=limit + 1, **start)
        more = len(items) > limit or cut_off
        shown = items[:limit]
        return InboxPage(heaps=tuple(map(_heap_of, shown)), cursor=shown[-1]["sk"]["S"] if shown and more else None)


def _heap_of(item: Item) -> Heap:
    return encoding.decode(Heap, item["heap"]["S"])


def inbox_pk(person: str) -> str:
    return f"INBOX#{person}"


def heap_key(person: str, ticket_id: str) -> Key:
    return item_key(inbox_pk(person), f"H#{ticket_id}")


def place_key(person: str, stands_at: datetime, ticket_id: str) -> Key:
    return item_key(inbox_pk(person), f"{STANDING}{instant(stands_at)}#{ticket_id}")
