"""Views in DynamoDB: an item for all of one owner, so that whoever lists theirs reads a few."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from helpdesk.capabilities.views.rules import Owner, Sharing, Shelf
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write, transact

VIEWS: Final = "VIEWS"


class DynamoViews:
    """See ports.Views."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def shelves(self, owners: Sequence[Owner]) -> Sequence[Shelf]:
        items = self._tables.get_many([views_key(owner) for owner in owners])
        found = {item["pk"]["S"]: encoding.decode(Shelf, item["views"]["S"]) for item in items}
        return [found.get(views_key(owner)["pk"]["S"], Shelf(owner=owner)) for owner in owners]

    def put(self, shelves: Sequence[Shelf]) -> None:
        transact(self._tables.client, [self._put(shelf) for shelf in shelves])

    def _put(self, shelf: Shelf) -> Write:
        item = views_key(shelf.owner) | {
            "views": keys.text(encoding.encode(shelf)),
            "revision": keys.number(shelf.revision),
        }
        before = keys.number(shelf.revision - 1) if shelf.revision > 1 else None
        put = {"TableName": self._tables.main, "Item": item} | keys.holding("revision", before)
        return Write({"Put": put}, ConflictError("These views were saved meanwhile."))


def views_key(owner: Owner) -> Key:
    match owner.sharing:
        case Sharing.ME:
            return item_key(f"{VIEWS}#P#{owner.person}", VIEWS)
        case Sharing.TEAM:
            return item_key(f"{VIEWS}#T#{owner.team}", VIEWS)
        case Sharing.ALL:
            return item_key(f"{VIEWS}#ALL", VIEWS)
