"""How far background work is, and the tokens of what waits for somebody's answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from helpdesk.capabilities.timers.rules.recompute import Progress, Walk
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables

PLAN: Final = "PLAN"


def walks_pk(revision: int) -> str:
    return f"RECOMPUTE#{revision}"


def walk_key(revision: int, name: str) -> Key:
    return item_key(walks_pk(revision), name)


PROGRESS_LIFETIME: Final = timedelta(days=90)


class DynamoWalkBoard:
    """See ports.WalkBoard. One item for each walk, so that no two walkers write the same one."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def plan(self, revision: int, walks: int) -> None:
        self._put(walk_key(revision, PLAN) | {"walks": keys.number(walks)})

    def progress(self, walk: Walk) -> Progress:
        item = self._tables.get(self._tables.main, walk_key(walk.revision, walk.name))
        return _progress(item) if item else Progress()

    def note(self, walk: Walk, progress: Progress) -> None:
        self._put(walk_key(walk.revision, walk.name) | {"progress": keys.text(encoding.encode(progress))})

    def of_revision(self, revision: int) -> tuple[int, Sequence[Progress]]:
        items = list(self._tables.query_all(walks_pk(revision), " ", "~"))
        planned = [int(item["walks"]["N"]) for item in items if "walks" in item]
        return next(iter(planned), 0), [_progress(item) for item in items if "progress" in item]

    def _put(self, item: Item) -> None:
        end = int((self._tables.wall() + PROGRESS_LIFETIME).timestamp())
        self._tables.client.put_item(TableName=self._tables.main, Item=item | {"expires_at": keys.number(end)})


def _progress(item: Item) -> Progress:
    return encoding.decode(Progress, item["progress"]["S"])
