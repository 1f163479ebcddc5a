"""Tickets in DynamoDB: a head and its entries in one partition, written together."""

from collections.abc import Iterator, Sequence
from typing import Any

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.assets import assets_by_name, name_keys
from helpdesk.adapters.dynamodb.boards import board_writes
from helpdesk.adapters.dynamodb.directory import person_writes
from helpdesk.adapters.dynamodb.escalations import escalation_item
from helpdesk.adapters.dynamodb.items import (
    answered_of,
    card_item,
    entry_item,
    entry_of,
    head_item,
    once_item,
)
from helpdesk.adapters.dynamodb.level_notes import note_item
from helpdesk.adapters.dynamodb.limits import limit_write
from helpdesk.adapters.dynamodb.listings import Listings
from helpdesk.adapters.dynamodb.organizations import organization_of
from helpdesk.adapters.dynamodb.transactions import Write, transact
from helpdesk.domain.boards import BoardChange
from helpdesk.domain.changes import Change
from helpdesk.domain.errors import ConflictError, InvalidError, NotFoundError
from helpdesk.domain.escalation_report import changed_by
from helpdesk.domain.level_notes import LevelNote, note_of
from helpdesk.domain.organizations import domains_of
from helpdesk.domain.people import Person
from helpdesk.domain.refusals import OLD_CURSOR
from helpdesk.domain.tickets import Entry, Escalation, Ticket
from helpdesk.domain.vocabulary import TicketId
from helpdesk.ports import Answered, Limit, Once, Page, Prepared


class DynamoTicketStore(Listings):
    """See ports.TicketStore. Every method but `entries` and `ids` is a fixed small number of requests."""

    def get(self, ticket_id: TicketId) -> Ticket:
        return self.load(ticket_id, None)[0]

    def heads(self, ticket_ids: Sequence[TicketId]) -> Sequence[Ticket]:
        if not ticket_ids:
            return []
        items = self.tables.get_many([keys.head(ticket_id) for ticket_id in ticket_ids])
        return [codec.decode_ticket(item["head"]["S"]) for item in items]

    def load(self, ticket_id: TicketId, once: Once | None) -> tuple[Ticket, Answered | None]:
        (head,), answered = self._with_once((keys.head(ticket_id),), once)
        if head is None:
            raise NotFoundError("ticket", ticket_id)
        return codec.decode_ticket(head["head"]["S"]), answered

    def prepare(self, email: str, once: Once | None, assets: Sequence[str] = ()) -> Prepared:
        domains = [keys.mail_domain(domain) for domain in domains_of(email)]
        (alias, *found), answered = self._with_once([keys.alias(email), *domains, *name_keys(assets)], once)
        claims, named = found[: len(domains)], found[len(domains) :]
        nearest = next((claim for claim in claims if claim), None)
        return Prepared(
            person=codec.decode(Person, alias["person"]["S"]) if alias else None,
            organization=organization_of(nearest) if nearest else None,
            answered=answered,
            assets=assets_by_name(named),
        )

    def _with_once(
        self, wanted: Sequence[keys.Key], once: Once | None
    ) -> tuple[list[dict[str, Any] | None], Answered | None]:
        """Items in the order of their keys, and what the key of the request did before."""
        if once is None and len(wanted) == 1:
            return [self.tables.get(self.tables.main, wanted[0])], None
        if once is None:
            items, record = self.tables.get_many(wanted), None
        else:
            items, record = self.tables.get_with(wanted, keys.once(once.key))
        found = {(item["pk"]["S"], item["sk"]["S"]): item for item in items}
        return [found.get((key["pk"]["S"], key["sk"]["S"])) for key in wanted], answered_of(record)

    def save(
        self,
        change: Change,
        once: Once | None = None,
        newcomer: Person | None = None,
        limits: Sequence[Limit] = (),
        board: BoardChange | None = None,
    ) -> Ticket:
        writes = [self._head(change), *(self._entry(entry) for entry in change.entries)]
        if once:
            first = change.entries[0]
            answered = Answered(
                ticket_id=change.after.id, version=first.version, entry_id=first.id, payload=once.payload
            )
            writes.append(self._once(once, answered))
        if newcomer:
            writes += person_writes(self.tables, newcomer, new=True)
        writes += [self._note(note) for entry in change.entries if (note := note_of(entry))]
        writes += [self._escalation(each) for each in changed_by(change)]
        writes += [limit_write(self.tables, limit) for limit in limits]
        if board:
            writes += board_writes(self.tables.main, board)
        transact(self.tables.client, writes)
        return change.after

    def remember(self, once: Once, answered: Answered) -> None:
        transact(self.tables.client, [self._once(once, answered)])

    def put_head(self, ticket: Ticket) -> None:
        transact(self.tables.client, [self._put_head(ticket, ticket.version)])

    def timeline(self, ticket_id: TicketId, before: str | None, limit: int) -> Page:
        if before is not None and not keys.is_entry_sk(before):
            raise InvalidError.at("before", OLD_CURSOR())
        ticket = self.get(ticket_id) if before else None
        items, cut_off = self._backward(ticket_id, before, limit + 2)
        if ticket is None:
            if not items or "head" not in items[0]:
                raise NotFoundError("ticket", ticket_id)
            ticket = codec.decode_ticket(items.pop(0)["head"]["S"])
        shown = items[:limit]
        earlier = shown[-1]["sk"]["S"] if len(items) > limit or cut_off else None
        return Page(ticket=ticket, entries=tuple(entry_of(item) for item in reversed(shown)), earlier=earlier)

    def _backward(self, ticket_id: TicketId, before: str | None, limit: int) -> tuple[list[dict[str, Any]], bool]:
        """The newest items, and whether long messages filled the answer before the limit was reached."""
        pk = keys.ticket_pk(ticket_id)
        start = {"ExclusiveStartKey": keys.item_key(pk, before)} if before else {}
        return self.tables.query(pk, "E#", keys.HEAD, ScanIndexForward=False, Limit=limit, **start)

    def entries(self, ticket_id: TicketId, up_to: int | None = None) -> Sequence[Entry]:
        last = keys.entry_sk(up_to, "~") if up_to is not None else "E#~"
        return [entry_of(item) for item in self.tables.query_all(keys.ticket_pk(ticket_id), "E#", last)]

    def commit(self, ticket_id: TicketId, version: int) -> Sequence[Entry]:
        first, last = keys.entry_sk(version), keys.entry_sk(version, "~")
        return [entry_of(item) for item in self.tables.query_all(keys.ticket_pk(ticket_id), first, last)]

    def ids(self) -> Iterator[TicketId]:
        pages = self.tables.client.get_paginator("scan").paginate(
            TableName=self.tables.main,
            FilterExpression="sk = :head",
            ExpressionAttributeValues={":head": keys.text(keys.HEAD)},
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

    def _escalation(self, escalation: Escalation) -> Write:
        return Write({"Put": {"TableName": self.tables.main, "Item": escalation_item(escalation)}})

    def _note(self, note: LevelNote) -> Write:
        return Write({"Put": {"TableName": self.tables.main, "Item": note_item(note)}})

    def _once(self, once: Once, answered: Answered) -> Write:
        put = {
            "TableName": self.tables.ephemeral,
            "Item": once_item(once, answered, self.tables.wall()),
            "ConditionExpression": "attribute_not_exists(pk)",
        }
        return Write({"Put": put}, ConflictError("This Idempotency-Key was used meanwhile."))
