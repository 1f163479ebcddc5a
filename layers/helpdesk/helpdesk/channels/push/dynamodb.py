"""Devices in DynamoDB: an item each with its owner, and one that says whose it is: two who share a browser do not read
each other's notes.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpdesk.channels.push.rules import Device
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write, transact


class DynamoDevices:
    """See ports.Devices."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def of(self, person: PersonId) -> Sequence[Device]:
        items, _ = self._tables.query(devices_pk(person), "D#", "D#~")
        return [encoding.decode(Device, item["device"]["S"]) for item in items]

    def put(self, person: PersonId, device: Device) -> None:
        main = self._tables.main
        item = device_key(person, device.id) | {"device": keys.text(encoding.encode(device))}
        owned = owner_key(device.id) | {"owned_by": keys.text(person)}
        writes = [Write({"Put": {"TableName": main, "Item": item}}), Write({"Put": {"TableName": main, "Item": owned}})]
        before = self._tables.get(main, owner_key(device.id))
        if before and before["owned_by"]["S"] != person:
            others = device_key(before["owned_by"]["S"], device.id)
            writes.append(Write({"Delete": {"TableName": main, "Key": others}}))
        transact(self._tables.client, writes)

    def remove(self, person: PersonId, device_id: str) -> None:
        self._tables.client.delete_item(TableName=self._tables.main, Key=device_key(person, device_id))


def devices_pk(person: str) -> str:
    return f"PUSH#{person}"


def device_key(person: str, device_id: str) -> Key:
    return item_key(devices_pk(person), f"D#{device_id}")


def owner_key(device_id: str) -> Key:
    return item_key(f"DEVICE#{device_id}", "DEVICE")
