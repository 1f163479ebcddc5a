"""What people have begun to write, in the ephemeral table: an item for each draft, below who writes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from botocore.exceptions import ClientError

from helpdesk.channels.drafts.rules import KEPT, Draft, DraftKind
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, failed_condition


class DynamoDrafts:
    """See ports.Drafts."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, person: PersonId, draft: Draft) -> Draft:
        # Instants are compared as numbers: as text they are written with and without fractions.
        at = keys.number(round(draft.at.timestamp() * 1000))
        item = {
            **draft_key(person, draft.ticket, draft.kind),
            "written_ms": at,
            "draft": keys.text(msgspec.json.encode(draft).decode()),
            "expires_at": keys.number(int((self._tables.wall() + KEPT).timestamp())),
        }
        try:
            self._tables.client.put_item(
                TableName=self._tables.ephemeral,
                Item=item,
                ConditionExpression="attribute_not_exists(written_ms) OR written_ms <= :at",
                ExpressionAttributeValues={":at": at},
                ReturnValuesOnConditionCheckFailure="ALL_OLD",
            )
        except ClientError as error:
            if not failed_condition(error):
                raise
            return _draft_of(error.response["Item"])  # type: ignore[typeddict-item]
        return draft

    def get(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> Draft | None:
        found = self._query("pk = :pk AND sk = :sk", {":sk": draft_key(person, ticket, kind)["sk"]}, person)
        return found[0] if found else None

    def drop(self, person: PersonId, ticket: TicketId, kind: DraftKind) -> bool:
        answer = self._tables.client.delete_item(
            TableName=self._tables.ephemeral, Key=draft_key(person, ticket, kind), ReturnValues="ALL_OLD"
        )
        return "Attributes" in answer

    def all(self, person: PersonId) -> Sequence[Draft]:
        return self._query("pk = :pk", {}, person)

    def _query(self, where: str, values: dict[str, Any], person: PersonId) -> list[Draft]:
        pages = self._tables.client.get_paginator("query").paginate(
            TableName=self._tables.ephemeral,
            KeyConditionExpression=where,
            ExpressionAttributeValues={":pk": keys.text(drafts_pk(person)), **values},
            ConsistentRead=True,
        )
        return [_draft_of(item) for page in pages for item in page["Items"]]


def _draft_of(item: Item) -> Draft:
    return msgspec.json.decode(item["draft"]["S"], type=Draft)


def draft_key(person: str, ticket: str, kind: str) -> Key:
    return item_key(drafts_pk(person), f"{ticket}#{kind}")


def drafts_pk(person: str) -> str:
    return f"DRAFTS#{person}"
