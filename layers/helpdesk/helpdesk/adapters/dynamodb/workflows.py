"""How far background work is, and the tokens of what waits for somebody's answer."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Item, Tables
from helpdesk.domain.recomputing import Progress, Walk
from helpdesk.domain.vocabulary import TicketId

PROGRESS_LIFETIME: Final = timedelta(days=90)


class DynamoWalkBoard:
    """See ports.WalkBoard. One item for each walk, so that no two walkers write the same one."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def plan(self, revision: int, walks: int) -> None:
        self._put(keys.walk(revision, keys.PLAN) | {"walks": keys.number(walks)})

    def progress(self, walk: Walk) -> Progress:
        item = self._tables.get(self._tables.main, keys.walk(walk.revision, walk.name))
        return _progress(item) if item else Progress()

    def note(self, walk: Walk, progress: Progress) -> None:
        self._put(keys.walk(walk.revision, walk.name) | {"progress": keys.text(codec.encode(progress))})

    def of_revision(self, revision: int) -> tuple[int, Sequence[Progress]]:
        items = list(self._tables.query_all(keys.walks_pk(revision), " ", "~"))
        planned = [int(item["walks"]["N"]) for item in items if "walks" in item]
        return next(iter(planned), 0), [_progress(item) for item in items if "progress" in item]

    def _put(self, item: Item) -> None:
        end = int((self._tables.wall() + PROGRESS_LIFETIME).timestamp())
        self._tables.client.put_item(TableName=self._tables.main, Item=item | {"expires_at": keys.number(end)})


def _progress(item: Item) -> Progress:
    return codec.decode(Progress, item["progress"]["S"])


class DynamoTokenBoard:
    """See ports.TokenBoard. Tokens stand in the ticket's own partition."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def hold(self, ticket_id: TicketId, climb: str, token: str) -> None:
        self._tables.client.put_item(
            TableName=self._tables.main, Item=keys.waiting_token(ticket_id, climb) | {"held": keys.text(token)}
        )

    def held(self, ticket_id: TicketId) -> Mapping[str, str]:
        items = self._tables.query_all(keys.ticket_pk(ticket_id), keys.WAITING, f"{keys.WAITING}~")
        return {item["sk"]["S"].removeprefix(keys.WAITING): item["held"]["S"] for item in items}
