"""How many tickets questions have, over the indexes of all months, of what somebody may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.search.actions.finding import of_today
from helpdesk.capabilities.search.rules.query import Condition, Marked
from helpdesk.capabilities.search.rules.scope import scope_of

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping

    from helpdesk.capabilities.search.ports import IndexReader
    from helpdesk.capabilities.search.rules.query import Query
    from helpdesk.capabilities.search.rules.scope import Scope
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor

BREACHED: Final = Condition(asked=Marked(field="is", values=("breached",)))


class Counted(Struct, frozen=True, kw_only=True):
    count: int = 0
    missed: bool = False
    """A promise to one of them was missed."""


def count(desk: Desk, by: Actor, queries: Mapping[str, Query]) -> Mapping[str, Counted]:
    """Each under its name."""
    return of_today(lambda: _counted(desk, scope_of(by), queries))


def _counted(desk: Desk, scope: Scope, queries: Mapping[str, Query]) -> Mapping[str, Counted]:
    found = dict.fromkeys(queries, Counted())
    for manifest in desk.search.manifests.all():
        reader = desk.search.copies.following(manifest).reader
        found = {name: _with(found[name], reader, query, scope) for name, query in queries.items()}
    return found


def _with(before: Counted, reader: IndexReader, query: Query, scope: Scope) -> Counted:
    here = _total(reader, query, scope)
    missed = before.missed or (here > 0 and _total(reader, _breached(query), scope) > 0)
    return Counted(count=before.count + here, missed=missed)


def _breached(query: Query) -> Query:
    return replace(query, conditions=(*query.conditions, BREACHED))


def _total(reader: IndexReader, query: Query, scope: Scope) -> int:
    return reader.find(query, scope, limit=0).total
