"""How many tickets questions have, over the indexes of all months, of what somebody may see."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.search.actions.finding import of_today
from helpdesk.capabilities.search.rules.query import Condition, Marked
from helpdesk.capabilities.search.rules.scope import scope_of

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterator, Mapping

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


class Grouped(Struct, frozen=True, kw_only=True):
    total: int
    """With those that have no value."""
    by_value: Mapping[str, int]


def count(desk: Desk, by: Actor, queries: Mapping[str, Query]) -> Mapping[str, Counted]:
    """Each under its name."""
    return of_today(lambda: _counted(desk, scope_of(by), queries))


def grouped(desk: Desk, by: Actor, query: Query, facet: str) -> Grouped:
    """How many of what a question finds have each value of a mark; of many values the most frequent."""

    def look() -> Grouped:
        total, found = 0, Counter[str]()
        for reader in _readers(desk):
            here = reader.find(query, scope_of(by), limit=0, facets=(facet,))
            total += here.total
            found.update(here.facets.get(facet, {}))
        return Grouped(total=total, by_value=found)

    return of_today(look)


def totals(desk: Desk, by: Actor, queries: Mapping[str, Query]) -> Mapping[str, int]:
    """How many each question finds, under its name."""

    def look() -> Mapping[str, int]:
        found = dict.fromkeys(queries, 0)
        for reader in _readers(desk):
            found = {name: found[name] + _total(reader, query, scope_of(by)) for name, query in queries.items()}
        return found

    return of_today(look)


def _counted(desk: Desk, scope: Scope, queries: Mapping[str, Query]) -> Mapping[str, Counted]:
    found = dict.fromkeys(queries, Counted())
    for reader in _readers(desk):
        found = {name: _with(found[name], reader, query, scope) for name, query in queries.items()}
    return found


def _readers(desk: Desk) -> Iterator[IndexReader]:
    """Of all months; which there are is one request."""
    for manifest in desk.search.manifests.all():
        yield desk.search.copies.following(manifest).reader


def _with(before: Counted, reader: IndexReader, query: Query, scope: Scope) -> Counted:
    here = _total(reader, query, scope)
    missed = before.missed or (here > 0 and _total(reader, _breached(query), scope) > 0)
    return Counted(count=before.count + here, missed=missed)


def _breached(query: Query) -> Query:
    return replace(query, conditions=(*query.conditions, BREACHED))


def _total(reader: IndexReader, query: Query, scope: Scope) -> int:
    return reader.find(query, scope, limit=0).total
