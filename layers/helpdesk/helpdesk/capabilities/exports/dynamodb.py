"""Tables that people asked for, in the ephemeral table: an item for each, below who asked."""

from __future__ import annotations

from collections.abc import Sequence

from botocore.exceptions import ClientError

from helpdesk.capabilities.exports.rules.export import KEPT, Export
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, failed_condition


class DynamoExports:
    """See ports.Exports."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, export: Export) -> None:
        end = keys.number(int((self._tables.wall() + KEPT).timestamp()))
        item = {**export_key(export.by, export.id), "made": _text(export), "expires_at": end}
        self._tables.client.put_item(TableName=self._tables.ephemeral, Item=item)

    def of(self, person: PersonId, most: int) -> Sequence[Export]:
        answer = self._tables.client.query(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(exports_pk(person))},
            ConsistentRead=True,
            ScanIndexForward=False,
            Limit=most,
        )
        return [_export_of(item) for item in answer["Items"] if self._holds(item)]

    def get(self, person: PersonId, export_id: str) -> Export | None:
        item = self._tables.get(self._tables.ephemeral, export_key(person, export_id))
        return _export_of(item) if item and self._holds(item) else None

    def say(self, export: Export) -> None:
        try:
            self._tables.client.update_item(
                TableName=self._tables.ephemeral,
                Key=export_key(export.by, export.id),
                UpdateExpression="SET made = :made",
                ConditionExpression="attribute_exists(pk)",
                ExpressionAttributeValues={":made": _text(export)},
            )
        except ClientError as error:
            if not failed_condition(error):
                raise

    def _holds(self, item: Item) -> bool:
        """DynamoDB takes its time to forget, and the file is gone by then."""
        return int(item["expires_at"]["N"]) > self._tables.wall().timestamp()


def _text(export: Export) -> keys.Text:
    return keys.text(encoding.encode(export))


def _export_of(item: Item) -> Export:
    return encoding.decode(Export, item["made"]["S"])


def export_key(person: str, export_id: str) -> Key:
    return item_key(exports_pk(person), export_id)


def exports_pk(person: str) -> str:
    return f"EXPORT#{person}"
