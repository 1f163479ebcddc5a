"""The ledger of effects: one item per claim, in the ticket's own partition."""

from datetime import timedelta
from typing import Final

from botocore.exceptions import ClientError

from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Tables, Write, transact
from helpdesk.domain.vocabulary import TicketId
from helpdesk.ports import Claim

SENDING: Final = "sending"
SENT: Final = "sent"


class DynamoEffectLedger:
    """See ports.EffectLedger. Leases run in real time."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def claim(self, ticket_id: TicketId, key: str, lease: timedelta) -> Claim:
        now = self._tables.wall()
        try:
            self._tables.client.put_item(
                TableName=self._tables.main,
                Item=keys.effect(ticket_id, key)
                | {"effect": keys.text(SENDING), "lease_until": keys.number((now + lease).timestamp())},
                ConditionExpression="attribute_not_exists(pk) OR (effect = :sending AND lease_until < :now)",
                ExpressionAttributeValues={
                    ":sending": keys.text(SENDING),
                    ":now": keys.number(now.timestamp()),
                },
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise
            held = self._tables.get(self._tables.main, keys.effect(ticket_id, key))
            return Claim.DONE if held and held["effect"]["S"] == SENT else Claim.BUSY
        return Claim.GRANTED

    def done(self, ticket_id: TicketId, key: str, message_id: str) -> None:
        update = {
            "TableName": self._tables.main,
            "Key": keys.effect(ticket_id, key),
            "UpdateExpression": "SET effect = :sent, message_id = :id REMOVE lease_until",
            "ExpressionAttributeValues": {":sent": keys.text(SENT), ":id": keys.text(message_id)},
        }
        thread = keys.message_id(message_id) | {"ticket_id": keys.text(ticket_id)}
        put = {"TableName": self._tables.main, "Item": thread}
        transact(self._tables.client, [Write({"Update": update}), Write({"Put": put})])
