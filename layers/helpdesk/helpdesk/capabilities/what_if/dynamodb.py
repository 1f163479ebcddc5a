"""Policies that people try on the past, in the ephemeral table: an item for each, below who asked."""

from __future__ import annotations

from collections.abc import Sequence

from botocore.exceptions import ClientError

from helpdesk.capabilities.what_if.rules import KEPT, WhatIf
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, failed_condition


class DynamoWhatIfs:
    """See ports.WhatIfs."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, what_if: WhatIf) -> None:
        end = keys.number(int((self._tables.wall() + KEPT).timestamp()))
        item = {**what_if_key(what_if.by, what_if.id), **_far(what_if), "expires_at": end}
        self._tables.client.put_item(TableName=self._tables.ephemeral, Item=item)

    def of(self, person: PersonId, most: int) -> Sequence[WhatIf]:
        answer = self._tables.client.query(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(what_ifs_pk(person))},
            ConsistentRead=True,
            ScanIndexForward=False,
            Limit=most,
        )
        return [_what_if_of(item) for item in answer["Items"] if self._holds(item)]

    def get(self, person: PersonId, what_if_id: str) -> WhatIf | None:
        item = self._tables.get(self._tables.ephemeral, what_if_key(person, what_if_id))
        return _what_if_of(item) if item and self._holds(item) else None

    def say(self, before: WhatIf, after: WhatIf) -> bool:
        was, will_be = _far(before), _far(after)
        try:
            self._tables.client.update_item(
                TableName=self._tables.ephemeral,
                Key=what_if_key(before.by, before.id),
                UpdateExpression="SET played = :played, far = :far",
                ConditionExpression="far = :was",
                ExpressionAttributeValues={":played": will_be["played"], ":far": will_be["far"], ":was": was["far"]},
            )
        except ClientError as error:
            if not failed_condition(error):
                raise
            return False
        return True

    def _holds(self, item: Item) -> bool:
        """DynamoDB takes its time to forget."""
        return int(item["expires_at"]["N"]) > self._tables.wall().timestamp()


def _far(what_if: WhatIf) -> Item:
    """`far` is what tells whether somebody else went on with it."""
    return {"played": keys.text(encoding.encode(what_if)), "far": keys.text(f"{what_if.part}:{what_if.stage}")}


def _what_if_of(item: Item) -> WhatIf:
    return encoding.decode(WhatIf, item["played"]["S"])


def what_if_key(person: str, what_if_id: str) -> Key:
    return item_key(what_ifs_pk(person), what_if_id)


def what_ifs_pk(person: str) -> str:
    return f"WHATIF#{person}"
