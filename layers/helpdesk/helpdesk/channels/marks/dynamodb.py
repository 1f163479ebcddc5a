"""How far people have read, in the ephemeral table: a small item for each ticket, so that writing one costs little."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from botocore.exceptions import ClientError

from helpdesk.channels.marks.rules import KEPT, Mark
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, failed_condition


class DynamoMarks:
    """See ports.Marks."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def advance(self, person: PersonId, mark: Mark) -> bool:
        further = {"ConditionExpression": "attribute_not_exists(revision) OR revision < :revision"}
        try:
            self._put(person, mark, further)
        except ClientError as error:
            if not failed_condition(error):
                raise
            return False
        return True

    def put(self, person: PersonId, mark: Mark) -> None:
        self._put(person, mark, {})

    def all(self, person: PersonId) -> Sequence[Mark]:
        pages = self._tables.client.get_paginator("query").paginate(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(marks_pk(person))},
            ConsistentRead=True,
        )
        return [_mark_of(item) for page in pages for item in page["Items"]]

    def _put(self, person: PersonId, mark: Mark, condition: dict[str, Any]) -> None:
        self._tables.client.update_item(
            TableName=self._tables.ephemeral,
            Key=item_key(marks_pk(person), mark.ticket),
            UpdateExpression="SET revision = :revision, seen_at = :at, expires_at = :end",
            ExpressionAttributeValues={
                ":revision": keys.number(mark.revision),
                ":at": keys.text(mark.at.isoformat()),
                ":end": keys.number(int((self._tables.wall() + KEPT).timestamp())),
            },
            **condition,
        )


def _mark_of(item: Item) -> Mark:
    return Mark(
        ticket=TicketId(item["sk"]["S"]),
        revision=int(item["revision"]["N"]),
        at=datetime.fromisoformat(item["seen_at"]["S"]),
    )


def marks_pk(person: str) -> str:
    return f"SEEN#{person}"
