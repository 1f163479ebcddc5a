from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from helpdesk.foundation.kernel.vocabulary import TicketId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key, ticket_pk
from helpdesk.foundation.platform.dynamodb.tables import Tables

WAITING: Final = "K#"


def token_key(ticket_id: str, climb: str) -> Key:
    return item_key(ticket_pk(ticket_id), f"{WAITING}{climb}")


class DynamoTokenBoard:
    """See ports.TokenBoard. Tokens stand in the ticket's own partition."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def hold(self, ticket_id: TicketId, climb: str, token: str) -> None:
        self._tables.client.put_item(
            TableName=self._tables.main, Item=token_key(ticket_id, climb) | {"held": keys.text(token)}
        )

    def held(self, ticket_id: TicketId) -> Mapping[str, str]:
        items = self._tables.query_all(keys.ticket_pk(ticket_id), WAITING, f"{WAITING}~")
        return {item["sk"]["S"].removeprefix(WAITING): item["held"]["S"] for item in items}
