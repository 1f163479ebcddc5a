"""Addresses that nothing is sent to, in DynamoDB: one partition, by address, as few are among them."""

from __future__ import annotations

from typing import Final

from botocore.exceptions import ClientError

from helpdesk.channels.notices.ports import DeadPage
from helpdesk.channels.notices.rules.sent import DeadAddress
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, failed_condition

DEAD: Final = "DEADMAIL"


class DynamoDeadAddresses:
    """See ports.DeadAddresses. A cursor is the address of the last."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def find(self, address: str) -> DeadAddress | None:
        item = self._tables.get(self._tables.main, dead_key(address))
        return _dead_of(item) if item else None

    def add(self, dead: DeadAddress) -> None:
        item = dead_key(dead.address) | {"dead": keys.text(encoding.encode(dead))}
        try:
            self._tables.client.put_item(
                TableName=self._tables.main, Item=item, ConditionExpression="attribute_not_exists(pk)"
            )
        except ClientError as error:
            if not failed_condition(error):
                raise

    def remove(self, address: str) -> DeadAddress:
        removed = self._tables.client.delete_item(
            TableName=self._tables.main, Key=dead_key(address), ReturnValues="ALL_OLD"
        )
        if "Attributes" not in removed:
            raise NotFoundError("undeliverable address", address)
        return _dead_of(removed["Attributes"])

    def page(self, cursor: str | None, limit: int) -> DeadPage:
        start = {"ExclusiveStartKey": dead_key(cursor)} if cursor else {}
        items, more = self._tables.query(DEAD, "A#", "A#~", Limit=limit, **start)
        found = tuple(_dead_of(item) for item in items)
        return DeadPage(addresses=found, cursor=folded(found[-1].address) if more and found else None)


def _dead_of(item: Item) -> DeadAddress:
    return encoding.decode(DeadAddress, item["dead"]["S"])


def dead_key(address: str) -> Key:
    return item_key(DEAD, f"A#{folded(address)}")
