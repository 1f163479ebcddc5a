"""Tickets in DynamoDB: a head and its entries in one partition, written together."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.dynamodb.items import (
    answered_of,
    card_item,
    entry_item,
    entry_of,
    head_item,
    head_of,
    once_item,
    shared_item,
)
from helpdesk.core.tickets.dynamodb.keys import HEAD, head_key, once_key, shared_key
from helpdesk.core.tickets.dynamodb.lists import Listings
from helpdesk.core.tickets.dynamodb.writers import Writers
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules import listing
from helpdesk.core.tickets.rules.change import Change
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.once import Answered, Once
from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact

READ_ON: Final = 12
"""Items that are read at most to find the head behind a commit."""


class DynamoTicketStore(Listings):
    """See ports.TicketStore. Every method but `entries` and `ids` is a fixed small number of requests."""

    def __init__(self, tables: Tables, region: str, writers: Callable[[], Writers]) -> None:
        super().__init__(tables, region)
        self._writers = writers

    def get(self, ticket_id: TicketId) -> Ticket:
        return self.load(ticket_id, None)[0]

    def heads(self, ticket_ids: Sequence[TicketId]) -> Sequence[Ticket]:
        if not ticket_ids:
            return []
        items = self.tables.get_many([head_key(ticket_id) for ticket_id in ticket_ids])
        return [head_of(item) for item in items]

    def load(self, ticket_id: TicketId, once: Once | None) -> tuple[Ticket, Answered | None]:
        head, answered = self._head_with(head_key(ticket_id), once)
        if head is None:
            raise NotFoundError("ticket", ticket_id)
        return head_of(head), answered

    def _head_with(self, key: keys.Key, once: Once | None) -> tuple[Item | None, Answered | None]:
        """The head, and what the key of the request did before."""
        if once is None:
            return self.tables.get(self.tables.main, key), None
        heads, record = self.tables.get_with([key], once_key(once.key))
        return next(iter(heads), None), answered_of(record)

    def save(self, change: Change, once: Once | None = None, along: Sequence[object] = ()) -> Ticket:
        writes = [self._head(change), *(self._entry(entry) for entry in change.entries), *self._sharing(change)]
        if once:
            first = change.entries[0]
            answered = Answered(
                ticket_id=change.after.id, version=first.version, entry_id=first.id, payload=once.payload
            )
            writes.append(self._once(once, answered))
        writes += self._writers().writes(self.tables, change, along)
        transact(self.tables.client, writes)
        return change.after

    def remember(self, once: Once, answered: Answered) -> None:
        transact(self.tables.client, [self._once(once, answered)])

    def put_head(self, ticket: Ticket) -> None:
        transact(self.tables.client, [self._put_head(ticket, ticket.version)])

    def timeline(self, ticket_id: TicketId, before: str | None, limit: int) -> Page:
        ticket = self.get(ticket_id) if before else None
        items, cut_off = self._backward(ticket_id, before, limit + 2)
        if ticket is None:
            if not items or "head" not in items[0]:
                raise NotFoundError("ticket", ticket_id)
            ticket = head_of(items.pop(0))
        shown = items[:limit]
        earlier = shown[-1]["sk"]["S"] if len(items) > limit or cut_off else None
        return Page(ticket=ticket, entries=tuple(entry_of(item) for item in reversed(shown)), earlier=earlier)

    def _backward(self, ticket_id: TicketId, before: str | None, limit: int) -> tuple[list[dict[str, Any]], bool]:
        """The newest items, and whether long messages filled the answer before the limit was reached."""
        pk = keys.ticket_pk(ticket_id)
        start = {"ExclusiveStartKey": item_key(pk, before)} if before else {}
        return self.tables.query(pk, "E#", HEAD, ScanIndexForward=False, Limit=limit, **start)

    def entries(self, ticket_id: TicketId, up_to: int | None = None) -> Sequence[Entry]:
        last = listing.entry_sk(up_to, "~") if up_to is not None else "E#~"
        return [entry_of(item) for item in self.tables.query_all(keys.ticket_pk(ticket_id), "E#", last)]

    def commit(self, ticket_id: TicketId, version: int) -> Sequence[Entry]:
        first, last = listing.entry_sk(version), listing.entry_sk(version, "~")
        return [entry_of(item) for item in self.tables.query_all(keys.ticket_pk(ticket_id), first, last)]

    def told(self, ticket_id: TicketId, version: int) -> Page:
        """The head stands behind all entries: what was written since is read on the way to it, if it is little."""
        pk, first, last = keys.ticket_pk(ticket_id), listing.entry_sk(version), listing.entry_sk(version, "~")
        items, more = self.tables.query(pk, first, HEAD, Limit=READ_ON)
        of_commit = [item for item in items if item["sk"]["S"] < last]
        ticket = self.get(ticket_id) if more or not items else head_of(items[-1])
        entries = self.commit(ticket_id, version) if more and len(of_commit) == len(items) else map(entry_of, of_commit)
        return Page(ticket=ticket, entries=tuple(entries), earlier=None)

    def share(self, ticket: Ticket) -> None:
        unmoved = {
            "TableName": self.tables.main,
            "Key": head_key(ticket.id),
            "ConditionExpression": "version = :version",
            "ExpressionAttributeValues": {":version": keys.number(ticket.version)},
        }
        rows = [self._shared(each.person, ticket) for each in ticket.participants]
        moved = ConflictError(f"{ticket.id} was changed meanwhile.")
        transact(self.tables.client, [Write({"ConditionCheck": unmoved}, moved), *rows])

    def ids(self, after: TicketId | None = None) -> Iterator[TicketId]:
        start = {"ExclusiveStartKey": head_key(after)} if after else {}
        pages = self.tables.client.get_paginator("scan").paginate(
            **start,
            TableName=self.tables.main,
            FilterExpression="sk = :head",
            ExpressionAttributeValues={":head": keys.text(HEAD)},
            ProjectionExpression="id",
        )
        for page in pages:
            yield from (TicketId(item["id"]["S"]) for item in page["Items"])

    def _head(self, change: Change) -> Write:
        return self._put_head(change.after, change.before.version if change.before else None)

    def _put_head(self, ticket: Ticket, version: int | None) -> Write:
        put: dict[str, Any] = {
            "TableName": self.tables.main,
            "Item": head_item(ticket) | card_item(ticket),
            "ConditionExpression": "attribute_not_exists(pk)" if version is None else "version = :version",
        }
        if version is not None:
            put["ExpressionAttributeValues"] = {":version": keys.number(version)}
        return Write({"Put": put}, ConflictError(f"{ticket.id} was changed meanwhile."))

    def _entry(self, entry: Entry) -> Write:
        return Write({"Put": {"TableName": self.tables.main, "Item": entry_item(entry)}})

    def _sharing(self, change: Change) -> Iterator[Write]:
        """Who comes to take part has it in the list of their requests from now on, who leaves has not."""
        before = {each.person for each in change.before.participants} if change.before else set()
        after = {each.person for each in change.after.participants}
        for person in sorted(after - before):
            yield self._shared(person, change.after)
        for person in sorted(before - after):
            yield Write({"Delete": {"TableName": self.tables.main, "Key": shared_key(person, change.after.id)}})

    def _shared(self, person: str, ticket: Ticket) -> Write:
        return Write({"Put": {"TableName": self.tables.main, "Item": shared_item(person, ticket)}})

    def _once(self, once: Once, answered: Answered) -> Write:
        put = {
            "TableName": self.tables.ephemeral,
            "Item": once_item(once, answered, self.tables.wall()),
            "ConditionExpression": "attribute_not_exists(pk)",
        }
        return Write({"Put": put}, ConflictError("This Idempotency-Key was used meanwhile."))
