"""Search in a list of documents: what an index does, said as simply as it can be, and beside it who may read what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from helpdesk.capabilities.search.ports import Found, Hit, Position, Sort, Spot
from helpdesk.capabilities.search.rules.document import (
    STAFF_SPANS,
    Document,
    Passage,
    bounds,
    changed_order,
    due_order,
    first_order,
    order_of,
)
from helpdesk.capabilities.search.rules.lanes import Lane, Lanes, countable, lanes_of
from helpdesk.capabilities.search.rules.meaning import (
    Alike,
    Begins,
    Either,
    Every,
    Meaning,
    Near,
    OneOf,
    meant_by,
    meant_by_marks,
)
from helpdesk.capabilities.search.rules.query import Asked, During, Marked, Query, Words
from helpdesk.capabilities.search.rules.ranking import RANKS, in_so_many_words, in_the_subject
from helpdesk.capabilities.search.rules.scope import Scope
from helpdesk.capabilities.search.rules.snippet import finds, marked, snippet
from helpdesk.capabilities.search.rules.typos import is_alike
from helpdesk.capabilities.search.rules.words import written
from helpdesk.foundation.kernel.vocabulary import Priority


class Listed:
    """Writer and reader at once; see ports."""

    def __init__(self) -> None:
        self.documents: dict[str, tuple[Document, Lanes]] = {}

    def put(self, documents: Iterable[Document]) -> None:
        for document in documents:
            there = self.documents.get(document.id)
            if there is None or there[0].version < document.version:
                self.documents[document.id] = document, lanes_of(document)

    def remove(self, ids: Iterable[str]) -> None:
        for each in ids:
            self.documents.pop(each, None)

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
        found = [each for each in self.documents.values() if _is_found(query, scope, *each)]
        placed = [(_position(query, scope, sort, document, lanes), document) for document, lanes in found]
        page = sorted((each for each in placed if after is None or each[0] > after), key=lambda each: each[0])[:limit]
        counts = {
            facet: dict(Counter(lanes.facets[facet] for _, lanes in found if facet in lanes.facets))
            for facet in countable(facets, scope)
        }
        hits = tuple(Spot(position=position, show=partial(hit, query, scope, document)) for position, document in page)
        return Found(hits=hits, total=len(found), total_is="exact", facets=counts)


def may_read(scope: Scope, document: Document) -> bool:
    reach, place = scope.reach, document.place
    if reach.everything or place.team in reach.teams:
        return True
    if reach.assignee is not None and reach.assignee == place.assignee:
        return True
    return bool(set(reach.people) & set(place.people)) and reach.ticket in {None, place.id}


def hit(query: Query, scope: Scope, document: Document) -> Hit:
    found = finds(query)
    texts = [_written(each) for each in document.texts if scope.internal or not each.internal]
    texts.sort(key=lambda each: each.internal)
    return Hit(
        id=document.id,
        kind=document.kind,
        title=marked(written(document.title), document.language, found),
        snippet=snippet(texts, found),
        created=document.created,
        at=document.at,
        card=document.card,
    )


def _written(passage: Passage) -> Passage:
    return Passage(text=written(passage.text), language=passage.language, internal=passage.internal)


def _is_found(query: Query, scope: Scope, document: Document, lanes: Lanes) -> bool:
    return may_read(scope, document) and all(
        _holds(each.asked, query, scope, document, lanes) is not each.excluded for each in query.conditions
    )


def _holds(asked: Asked, query: Query, scope: Scope, document: Document, lanes: Lanes) -> bool:
    match asked:
        case Words():
            meaning = meant_by(asked, forgiving=query.forgiving)
            return meaning is not None and stands(meaning, _read(lanes, scope))
        case Marked():
            marks = (*lanes.open_marks, *lanes.marks) if scope.internal else lanes.open_marks
            return stands(meant_by_marks(asked), [[marks]])
        case During(field=field, since=since, until=until):
            if field in STAFF_SPANS and not scope.internal:
                return False
            (first, last), at = bounds(field, since, until), _instant(field, document)
            return at is not None and (first is None or first <= at) and (last is None or at < last)


def _instant(field: str, document: Document) -> int | None:
    if field == "solved":
        return first_order(document.solved) if document.solved else None
    return {"created": order_of, "changed": changed_order, "due": due_order}[field](document)


def _read(lanes: Lanes, scope: Scope) -> list[Lane]:
    return [lanes.words, lanes.notes] if scope.internal else [lanes.words]


def stands(meaning: Meaning, lanes: list[Lane]) -> bool:
    match meaning:
        case Every(of):
            return all(stands(each, lanes) for each in of)
        case Either(of):
            return any(stands(each, lanes) for each in of)
        case Near(terms):
            return any(_near(terms, lane) for lane in lanes)
    return any(_is(meaning, term) for lane in lanes for terms in lane for term in terms)


def _is(leaf: OneOf | Begins | Alike, term: str) -> bool:
    match leaf:
        case OneOf(terms):
            return term in terms
        case Begins(prefix):
            return term.startswith(prefix)
        case Alike(other):
            return is_alike(other, term)


def _near(terms: Sequence[str], lane: Lane) -> bool:
    places = range(len(lane) - len(terms) + 1)
    return any(all(term in lane[at + n] for n, term in enumerate(terms)) for at in places)


def _position(query: Query, scope: Scope, sort: Sort, document: Document, lanes: Lanes) -> Position:
    match sort:
        case Sort.BEST:
            return Position(rank=_rank(query, scope, lanes), before=-order_of(document))
        case Sort.CHANGED:
            return Position(before=-changed_order(document))
        case Sort.DUE:
            return Position(before=due_order(document))
        case Sort.PRIORITY:
            priority = lanes.facets.get("priority")
            ranked = [*Priority]
            rank = ranked.index(Priority(priority)) if priority else len(ranked)
            return Position(rank=rank, before=due_order(document))
    return Position(before=-order_of(document))


def _rank(query: Query, scope: Scope, lanes: Lanes) -> int:
    subject, words = in_the_subject(query), in_so_many_words(query)
    if subject is None or words is None or stands(subject, [lanes.title]):
        return 0
    return 1 if stands(words, _read(lanes, scope)) else RANKS - 1
