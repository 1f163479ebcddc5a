"""Lists of tickets from the secondary indexes: one query each, whatever the history."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from helpdesk.core.tickets.dynamodb.items import card_of
from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules import listing
from helpdesk.core.tickets.rules.listing import Card
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables


class Listings:
    def __init__(self, tables: Tables, region: str) -> None:
        self.tables = tables
        self.region = region

    def by_team(self, team: TeamId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        return self._list("by_team", {"queue": team or listing.NOBODY, "shelf": shelf}, cursor, limit)

    def by_assignee(self, person: PersonId | None, shelf: str, cursor: str | None, limit: int) -> Listing:
        return self._list("by_assignee", {"owner": person or listing.NOBODY, "shelf": shelf}, cursor, limit)

    def by_requester(self, person: PersonId, cursor: str | None, limit: int) -> Listing:
        return self._list("by_requester", {"requester": person}, cursor, limit, newest_first=True)

    def by_organization(self, organization: str, cursor: str | None, limit: int) -> Listing:
        return self._list("by_organization", {"organization": organization}, cursor, limit, newest_first=True)

    def waking(self, shard: int, until: datetime) -> Sequence[Card]:
        pages = self.tables.client.get_paginator("query").paginate(
            TableName=self.tables.main,
            IndexName="by_wake",
            KeyConditionExpression="home_region = :region AND timer_shard = :shard AND wake_at <= :until",
            ExpressionAttributeValues={
                ":region": keys.text(self.region),
                ":shard": keys.number(shard),
                ":until": keys.text(encoding.instant(until)),
            },
        )
        return [card_of(item) for page in pages for item in page["Items"]]

    def _list(
        self, index: str, equal: dict[str, str], cursor: str | None, limit: int, *, newest_first: bool = False
    ) -> Listing:
        request: dict[str, Any] = {
            "TableName": self.tables.main,
            "IndexName": index,
            # Attribute names like `owner` are reserved words in expressions.
            "KeyConditionExpression": " AND ".join(f"#{name} = :{name}" for name in equal),
            "ExpressionAttributeNames": {f"#{name}": name for name in equal},
            "ExpressionAttributeValues": {f":{name}": keys.text(value) for name, value in equal.items()},
            "ScanIndexForward": not newest_first,
            "Limit": limit,
        }
        if cursor:
            request["ExclusiveStartKey"] = _read_cursor(cursor)
        answer = self.tables.client.query(**request)
        items, last = answer["Items"], answer.get("LastEvaluatedKey")
        return Listing(
            items=tuple(card_of(item) for item in items),
            cursor=_write_cursor(last) if last else None,
            after=lambda position: _write_cursor(_position(items[position])),
        )


def _position(item: Item) -> Item:
    """An index projects its keys, the table's, and the card."""
    return {name: value for name, value in item.items() if name != "card"}


def _write_cursor(key: dict[str, dict[str, str]]) -> str:
    return urlsafe_b64encode(msgspec.json.encode(key)).decode()


def _read_cursor(cursor: str) -> dict[str, dict[str, str]]:
    """The position at which a page of the same list ended."""
    return msgspec.json.decode(urlsafe_b64decode(cursor), type=dict[str, dict[str, str]])
