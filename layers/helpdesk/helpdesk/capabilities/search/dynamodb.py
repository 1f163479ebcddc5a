"""Manifests of indexes in the ephemeral table: each region has its own, and all can be made again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from botocore.exceptions import ClientError

from helpdesk.capabilities.search.ports import FORMAT
from helpdesk.capabilities.search.rules.manifest import Manifest
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, failed_condition

SEARCH_PK: Final = f"SEARCH#{FORMAT}"


class DynamoManifests:
    """See ports.Manifests."""

    def __init__(self, tables: Tables, pk: str = SEARCH_PK) -> None:
        self._tables = tables
        self._pk = pk

    def all(self) -> Sequence[Manifest]:
        pages = self._tables.client.get_paginator("query").paginate(
            TableName=self._tables.ephemeral,
            KeyConditionExpression="pk = :pk",
            ExpressionAttributeValues={":pk": keys.text(self._pk)},
            ScanIndexForward=False,
            ConsistentRead=True,
        )
        return [_manifest_of(item) for page in pages for item in page["Items"]]

    def of(self, month: str) -> Manifest:
        item = self._tables.get(self._tables.ephemeral, item_key(self._pk, month))
        return _manifest_of(item) if item else Manifest(month=month)

    def move(self, to: Manifest) -> bool:
        before = keys.number(to.version - 1)
        condition = (
            {"ConditionExpression": "version = :before", "ExpressionAttributeValues": {":before": before}}
            if to.version > 1
            else {"ConditionExpression": "attribute_not_exists(pk)"}
        )
        item: dict[str, Any] = item_key(self._pk, to.month) | {
            "version": keys.number(to.version),
            "packs": {"L": [keys.text(name) for name in to.packs]},
        }
        if to.made_at:
            item["made_at"] = keys.text(to.made_at.isoformat())
        try:
            self._tables.client.put_item(TableName=self._tables.ephemeral, Item=item, **condition)
        except ClientError as error:
            if not failed_condition(error):
                raise
            return False
        return True


def _manifest_of(item: Item) -> Manifest:
    return Manifest(
        month=item["sk"]["S"],
        version=int(item["version"]["N"]),
        packs=tuple(name["S"] for name in item["packs"]["L"]),
        made_at=datetime.fromisoformat(item["made_at"]["S"]) if "made_at" in item else None,
    )
