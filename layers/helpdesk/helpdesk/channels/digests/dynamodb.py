"""What waits for people's one mail a day, in the ephemeral table.

DIGEST#<person>  <due>#<entry>#<concern>   what is to be told
DIGESTS          <due>#<person>            that somebody is to be told then
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from helpdesk.channels.digests.rules import KEPT, Due, Noted
from helpdesk.foundation.kernel.encoding import decode, encode, instant
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import item_key
from helpdesk.foundation.platform.dynamodb.tables import Write, transact

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence
    from datetime import datetime

    from helpdesk.foundation.platform.dynamodb.keys import Key
    from helpdesk.foundation.platform.dynamodb.tables import Item, Tables

DUE: Final = "DIGESTS"

END: Final = "~"


class DynamoDigests:
    """See ports.Digests."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def note(self, due: Due, noted: Noted) -> None:
        told = _noted_key(due, f"{noted.entry}#{noted.concern}") | {"noted": keys.text(encode(noted))}
        puts = [told, _due_key(due) | {"due": keys.text(encode(due))}]
        ends = {"expires_at": keys.number(int((self._tables.wall() + KEPT).timestamp()))}
        transact(
            self._tables.client,
            [Write({"Put": {"TableName": self._tables.ephemeral, "Item": item | ends}}) for item in puts],
        )

    def due(self, now: datetime, most: int) -> Sequence[Due]:
        items = self._query(DUE, "", f"{instant(now)}{END}", most)
        return [decode(Due, item["due"]["S"]) for item in items]

    def noted(self, due: Due, most: int) -> Sequence[Noted]:
        first = _noted_key(due, "")["sk"]["S"]
        items = self._query(_pk(due), first, f"{first}{END}", most)
        return [decode(Noted, item["noted"]["S"]) for item in items]

    def done(self, due: Due) -> None:
        self._tables.client.delete_item(TableName=self._tables.ephemeral, Key=_due_key(due))

    def _query(self, pk: str, first: str, last: str, most: int) -> list[Item]:
        wanted: dict[str, Any] = {
            "TableName": self._tables.ephemeral,
            "KeyConditionExpression": "pk = :pk AND sk BETWEEN :first AND :last",
            "ExpressionAttributeValues": {
                ":pk": keys.text(pk),
                ":first": keys.text(first or " "),
                ":last": keys.text(last),
            },
            "ConsistentRead": True,
            "Limit": most,
        }
        items: list[Item] = self._tables.client.query(**wanted)["Items"]
        return items


def _pk(due: Due) -> str:
    return f"DIGEST#{due.person}"


def _noted_key(due: Due, which: str) -> Key:
    return item_key(_pk(due), f"{instant(due.at)}#{which}")


def _due_key(due: Due) -> Key:
    return item_key(DUE, f"{instant(due.at)}#{due.person}")
