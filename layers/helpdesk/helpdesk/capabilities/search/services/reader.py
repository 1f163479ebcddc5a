"""What stands in the index of a directory."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import msgspec
import tantivy
from tantivy import Occur, Order

from helpdesk.capabilities.search.ports import Alike, Found, Hit, Position, Sort, Spot
from helpdesk.capabilities.search.rules.document import ASSIGNEE, Passage
from helpdesk.capabilities.search.rules.lanes import countable
from helpdesk.capabilities.search.rules.likeness import weight
from helpdesk.capabilities.search.rules.query import Query
from helpdesk.capabilities.search.rules.snippet import Finds, finds, marked, snippet
from helpdesk.capabilities.search.services.schema import Kept
from helpdesk.capabilities.search.services.translation import alike, any_of, taking_part, through, translated, within

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from helpdesk.capabilities.search.rules.likeness import Likeness
    from helpdesk.capabilities.search.rules.scope import Scope

_INSTANTS: Final = {Sort.CHANGED: "changed", Sort.DUE: "due", Sort.PRIORITY: "due"}  # by when it was created, else

MOST_VALUES: Final = 200  # of one facet

NEAR: Final = 1_000.0  # more than all words tell together


class TantivyReader:
    def __init__(self, directory: Path) -> None:
        self._index = tantivy.Index.open(str(directory))
        self._searcher = self._index.searcher()

    @cached_property
    def _tongues(self) -> frozenset[str]:
        return frozenset(term for term, _ in self._searcher.terms_with_prefix("tongue", ""))

    def find(
        self,
        query: Query,
        scope: Scope,
        *,
        sort: Sort = Sort.NEWEST,
        after: Position | None = None,
        limit: int = 20,
        facets: Sequence[str] = (),
    ) -> Found:
        base, ranks = translated(query, scope, sort, self._tongues)
        placed: list[Spot] = []
        for rank, narrower in enumerate(ranks):
            if len(placed) < limit and (after is None or rank >= after.rank):
                behind = [(Occur.Must, _behind(after, sort))] if after and after.rank == rank else []
                page = self._first([*base, *narrower, *behind], sort, limit - len(placed))
                placed += [self._spot(Position(rank=rank, before=at), address, query, scope) for at, address in page]
        return Found(
            hits=tuple(placed),
            total=self._count(base),
            total_is="exact",
            facets=self._facets(base, countable(facets, scope)),
        )

    def _first(self, clauses: list[Any], sort: Sort, limit: int) -> list[tuple[int, Any]]:
        """Those that stand first, each with a number by which it does."""
        query, field = tantivy.Query.boolean_query(clauses), _INSTANTS.get(sort, "order")
        order = Order.Asc if field == "due" else Order.Desc
        hits: Any = self._searcher.search(query, limit, count=False, order_by_field=field, order=order).hits
        return [(int(value) if field == "due" else -int(value), address) for value, address in hits]

    def alike(self, likeness: Likeness, scope: Scope, limit: int) -> Sequence[Alike]:
        base, words = alike(likeness, scope, self._tongues)
        there = self._count(base)
        if not there:
            return []
        told = [(weight(self._count([*base, (Occur.Must, anywhere)]), there), anywhere) for anywhere, _ in words]
        said = [(Occur.Should, tantivy.Query.const_score_query(each, much)) for much, each in told]
        clauses = [
            (Occur.Must, tantivy.Query.const_score_query(tantivy.Query.boolean_query(base), 0.0)),
            (Occur.Must, tantivy.Query.boolean_query(said, likeness.least)),
            (Occur.Must, tantivy.Query.const_score_query(any_of([titled for _, titled in words]), 0.0)),
        ]
        if likeness.near:
            clauses.append((Occur.Should, tantivy.Query.const_score_query(taking_part(likeness.near), NEAR)))
        found = self._searcher.search(tantivy.Query.boolean_query(clauses), limit, count=False).hits
        return [self._alike(score, address, likeness, scope) for score, address in found]

    def _alike(self, score: float, address: Any, likeness: Likeness, scope: Scope) -> Alike:
        return Alike(score=score, show=lambda: self._hit(address, scope, finds(likeness.shown)))

    def _newest(self, clauses: list[Any], limit: int) -> list[tuple[int, Any]]:
        query = tantivy.Query.boolean_query(clauses)
        return self._searcher.search(query, limit, count=False, order_by_field="order", order=Order.Desc).hits

    def _count(self, clauses: list[Any]) -> int:
        found: Any = self._searcher.search(tantivy.Query.boolean_query(clauses), 1, count=True)
        return int(found.count)

    def _spot(self, position: Position, address: Any, query: Query, scope: Scope) -> Spot:
        return Spot(position=position, show=lambda: self._hit(address, scope, finds(query)))

    def _facets(self, clauses: list[Any], facets: Sequence[str]) -> dict[str, dict[str, int]]:
        if not facets or not self._searcher.num_docs:
            return {facet: {} for facet in facets}
        found = {ASSIGNEE: self._assignees(clauses)} if ASSIGNEE in facets else {}
        asked = {facet: {"terms": {"field": facet, "size": MOST_VALUES}} for facet in facets if facet != ASSIGNEE}
        counted = self._searcher.aggregate(tantivy.Query.boolean_query(clauses), asked) if asked else {}
        buckets = {facet: {each["key"]: each["doc_count"] for each in counted[facet]["buckets"]} for facet in asked}
        return {facet: {key: many for key, many in (found | buckets)[facet].items() if many} for facet in facets}

    def _assignees(self, clauses: list[Any]) -> dict[str, int]:
        """Each by a count of their own: only those are asked for who have something here."""
        if not self._count(clauses):
            return {}
        doors = [term for term, _ in self._searcher.terms_with_prefix("door", f"{ASSIGNEE}=")][:MOST_VALUES]
        return {
            door.removeprefix(f"{ASSIGNEE}="): self._count([*clauses, (Occur.Must, through(door))]) for door in doors
        }

    def _hit(self, address: Any, scope: Scope, found: Finds) -> Hit:
        document: Any = self._searcher.doc(address)
        kept = msgspec.msgpack.decode(bytes(document.get_first("kept")), type=Kept)
        texts = kept.texts
        if scope.internal:
            texts = (*texts, *msgspec.msgpack.decode(bytes(document.get_first("inner")), type=tuple[Passage, ...]))
        return Hit(
            id=kept.id,
            kind=kept.kind,
            title=marked(kept.title, kept.language, found),
            snippet=snippet(texts, found),
            created=kept.created,
            at=kept.at,
            card=kept.card,
        )


def _behind(after: Position, sort: Sort) -> Any:
    field = _INSTANTS.get(sort, "order")
    return within(field, since=after.before + 1) if field == "due" else within(field, until=-after.before)
