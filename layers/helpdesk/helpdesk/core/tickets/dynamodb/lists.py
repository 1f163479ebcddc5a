"""Lists of tickets from the secondary indexes: one query each, whatever the history."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from helpdesk.core.tickets.dynamodb.items import card_of, head_of
from helpdesk.core.tickets.dynamodb.keys import head_key
from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules import listing
from helpdesk.core.tickets.rules.access import takes_part
from helpdesk.core.tickets.rules.listing import Card, card
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

    def by_requester(self, person: PersonId, cursor: str | None, limit: int, *, shared: bool = False) -> Listing:
        among = person if shared else None
        return self._list("by_requester", {"requester": person}, cursor, limit, newest_first=True, among=among)

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
        self,
        index: str,
        equal: dict[str, str],
        cursor: str | None,
        limit: int,
        *,
        newest_first: bool = False,
        among: PersonId | None = None,
    ) -> Listing:
        """`among` whose people somebody is, whose tickets of others are listed, too."""
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
        cards = self._shared_with(among, answer["Items"]) if among else {}
        found = [(item, card_of(item) if "card" in item else cards.get(item["id"]["S"])) for item in answer["Items"]]
        shown = [(item, card) for item, card in found if card]
        last = answer.get("LastEvaluatedKey")
        return Listing(
            items=tuple(card for _, card in shown),
            cursor=_write_cursor(last) if last else None,
            after=lambda position: _write_cursor(_position(shown[position][0])),
        )

    def _shared_with(self, person: PersonId, items: Sequence[Item]) -> dict[str, Card]:
        """Their cards are those of the heads: one request. Who has just left sees them no more."""
        wanted = [head_key(item["id"]["S"]) for item in items if "card" not in item]
        heads = self.tables.get_many(wanted) if wanted else []
        tickets = map(head_of, heads)
        return {ticket.id: card(ticket) for ticket in tickets if takes_part(ticket, person)}


def _position(item: Item) -> Item:
    """An index projects its keys, the table's, and the card."""
    return {name: value for name, value in item.items() if name != "card"}


def _write_cursor(key: dict[str, dict[str, str]]) -> str:
    return urlsafe_b64encode(msgspec.json.encode(key)).decode()


def _read_cursor(cursor: str) -> dict[str, dict[str, str]]:
    """The position at which a page of the same list ended."""
    return msgspec.json.decode(urlsafe_b64decode(cursor), type=dict[str, dict[str, str]])
