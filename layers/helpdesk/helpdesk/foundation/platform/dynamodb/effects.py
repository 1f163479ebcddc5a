"""The ledger of effects: one item per claim, in the ticket's own partition."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from botocore.exceptions import ClientError

from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key, ticket_pk
from helpdesk.foundation.platform.dynamodb.tables import Tables, failed_condition
from helpdesk.foundation.platform.ports import Claim

SENDING: Final = "sending"

SENT: Final = "sent"

REFUSED: Final = "refused"

_HELD: Final = {SENT: Claim.DONE, REFUSED: Claim.REFUSED}


class DynamoEffectLedger:
    """See ports.EffectLedger. Leases run in real time."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def claim(self, ticket_id: TicketId, key: str, lease: timedelta) -> Claim:
        return claimed(self._tables, ticket_id, key, claim_put(self._tables, ticket_id, key, lease))

    def done(self, ticket_id: TicketId, key: str, made: str) -> None:
        self._tables.client.update_item(**done_update(self._tables, ticket_id, key, made))

    def refused(self, ticket_id: TicketId, key: str, lease: timedelta) -> None:
        try:
            self._tables.client.update_item(
                TableName=self._tables.main,
                Key=effect_key(ticket_id, key),
                UpdateExpression="SET effect = :refused, lease_until = :until",
                ConditionExpression="effect = :sending",
                ExpressionAttributeValues={
                    ":refused": keys.text(REFUSED),
                    ":until": keys.number((self._tables.wall() + lease).timestamp()),
                    ":sending": keys.text(SENDING),
                },
            )
        except ClientError as error:
            if not failed_condition(error):
                raise


def effect_key(ticket_id: str, key: str) -> Key:
    return item_key(ticket_pk(ticket_id), f"C#{key}")


def claim_put(tables: Tables, ticket_id: TicketId, key: str, lease: timedelta, **more: Any) -> dict[str, Any]:
    """The put by which an effect is claimed, on condition that it may be."""
    now = tables.wall()
    claimed = {"effect": keys.text(SENDING), "lease_until": keys.number((now + lease).timestamp())}
    return {
        "TableName": tables.main,
        "Item": effect_key(ticket_id, key) | claimed | more,
        "ConditionExpression": "attribute_not_exists(pk) OR (effect <> :sent AND lease_until < :now)",
        "ExpressionAttributeValues": {":sent": keys.text(SENT), ":now": keys.number(now.timestamp())},
    }


def claimed(tables: Tables, ticket_id: TicketId, key: str, put: dict[str, Any]) -> Claim:
    """Claim it by this put."""
    try:
        tables.client.put_item(**put)
    except ClientError as error:
        if not failed_condition(error):
            raise
        return held(tables, ticket_id, key)
    return Claim.GRANTED


def held(tables: Tables, ticket_id: TicketId, key: str) -> Claim:
    """What holds of an effect that could not be claimed."""
    item = tables.get(tables.main, effect_key(ticket_id, key))
    return _HELD.get(item["effect"]["S"], Claim.BUSY) if item else Claim.BUSY


def done_update(tables: Tables, ticket_id: TicketId, key: str, made: str) -> dict[str, Any]:
    """The update by which an effect is had: alone, or with what must be known together with it."""
    return {
        "TableName": tables.main,
        "Key": effect_key(ticket_id, key),
        "UpdateExpression": "SET effect = :sent, message_id = :id REMOVE lease_until",
        "ExpressionAttributeValues": {":sent": keys.text(SENT), ":id": keys.text(made)},
    }
