"""What people have begun to write, in the ephemeral table: an item for each draft, below who writes it.

Below its ticket stands another one that names it, for colleagues. It is written first and goes last: one that names
nothing says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from botocore.exceptions import ClientError

from helpdesk.channels.drafts.rules import KEPT, Begun, Draft, DraftKind
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, failed_condition, transact


class DynamoDrafts:
    """See ports.Drafts."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, person: PersonId, draft: Draft) -> Draft:
        self._tables.client.put_item(TableName=self._tables.ephemeral, Item=self._name(person, draft))
        try:
            self._tables.client.put_item(
                TableName=self._tables.ephemeral,
                Item=self._item(person, draft),
                ConditionExpression="attribute_not_exists(written_ms) OR written_ms <= :at",
                ExpressionAttributeValues={":at": _written(draft)},
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
            )
        except ClientError as error:
            if not failed_condition(error):
                raise
            return _draft_of(error.response["Item"])  # type: ignore[typeddict-item]
        return draft

    def get(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> Draft | None:
        item = self._tables.get(self._tables.ephemeral, draft_key(person, ticket, kind))
        return _draft_of(item) if item else None

    def drop(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> bool:
        answer = self._tables.client.delete_item(
            TableName=self._tables.ephemeral, Key=draft_key(person, ticket, kind), ReturnValues="ALL_OLD"
        )
        self._tables.client.delete_item(TableName=self._tables.ephemeral, Key=name_key(person, ticket, kind))
        return "Attributes" in answer

    def all(self, person: PersonId) -> Sequence[Draft]:
        return [_draft_of(item) for item in self._query(drafts_pk(person))]

    def on(self, ticket: TicketId) -> Sequence[Begun]:
        named = [item["sk"]["S"].partition("#") for item in self._query(names_pk(ticket))]
        wanted = [draft_key(person, ticket, kind) for kind, _, person in named]
        found = self._tables.get_many(wanted, self._tables.ephemeral)
        return [Begun(person=PersonId(item["pk"]["S"].partition("#")[2]), draft=_draft_of(item)) for item in found]

    def take(self, begun: Begun, by: PersonId, own: Draft | None, mine: Draft) -> None:
        moved = ConflictError("This draft was changed meanwhile.")
        stands = "written_ms = :at" if own else "attribute_not_exists(written_ms)"
        seen = {"ExpressionAttributeValues": {":at": _written(own)}} if own else {}
        theirs = draft_key(begun.person, mine.ticket, mine.kind)
        at = {"ConditionExpression": "written_ms = :at", "ExpressionAttributeValues": {":at": _written(begun.draft)}}
        writes = [
            Write(self._wanted("Put", Item=self._item(by, mine), ConditionExpression=stands, **seen), moved),
            Write(self._wanted("Put", Item=self._name(by, mine))),
            Write(self._wanted("Delete", Key=theirs, **at), moved),
            Write(self._wanted("Delete", Key=name_key(begun.person, mine.ticket, mine.kind))),
        ]
        transact(self._tables.client, writes)

    def _wanted(self, what: str, **wanted: Any) -> dict[str, Any]:
        return {what: {"TableName": self._tables.ephemeral, **wanted}}

    def _item(self, person: PersonId, draft: Draft) -> Item:
        return {
            **draft_key(person, draft.ticket, draft.kind),
            "written_ms": _written(draft),
            "draft": keys.text(msgspec.json.encode(draft).decode()),
            "expires_at": self._end(),
        }

    def _name(self, person: PersonId, draft: Draft) -> Item:
        return {**name_key(person, draft.ticket, draft.kind), "expires_at": self._end()}

    def _end(self) -> dict[str, Any]:
        return keys.number(int((self._tables.wall() + KEPT).timestamp()))

    def _query(self, pk: str) -> list[Item]:
        pages = self._tables.client.get_paginator("query").paginate(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(pk)},
            ConsistentRead=True,
        )
        return [item for page in pages for item in page["Items"]]


def _written(draft: Draft) -> dict[str, Any]:
    """Instants are compared as numbers: as text they are written with and without fractions."""
    return keys.number(round(draft.at.timestamp() * 1000))


def _draft_of(item: Item) -> Draft:
    return msgspec.json.decode(item["draft"]["S"], type=Draft)


def draft_key(person: str, ticket: str, kind: str) -> Key:
    return item_key(drafts_pk(person), f"{ticket}#{kind}")


def drafts_pk(person: str) -> str:
    return f"DRAFTS#{person}"


def name_key(person: str, ticket: str, kind: str) -> Key:
    return item_key(names_pk(ticket), f"{kind}#{person}")


def names_pk(ticket: str) -> str:
    return f"BEGUN#{ticket}"
