"""A query in the engine's terms."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import tantivy
from tantivy import FieldType, Occur

from helpdesk.capabilities.search.ports import Sort
from helpdesk.capabilities.search.rules.document import STAFF_SPANS, bounds
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
from helpdesk.capabilities.search.rules.ranking import in_so_many_words, in_the_subject
from helpdesk.capabilities.search.rules.scope import Scope
from helpdesk.capabilities.search.rules.stems import tongue_of
from helpdesk.capabilities.search.services.schema import SCHEMA
from helpdesk.foundation.kernel.vocabulary import Priority

if TYPE_CHECKING:
    from helpdesk.capabilities.search.rules.likeness import Likeness
    from helpdesk.capabilities.search.rules.scope import Scope
    from helpdesk.core.tickets.rules.access import Reach
    from helpdesk.foundation.kernel.vocabulary import PersonId

KEPT: Final = 32

INSTANTS: Final = {"created": "order", "changed": "changed", "due": "due", "solved": "solved"}


@lru_cache(KEPT)
def translated(query: Query, scope: Scope, sort: Sort, tongues: frozenset[str]) -> tuple[list[Any], list[list[Any]]]:
    """The clauses of a query, and those that each rank has beside them: the same for all indexes of these languages."""
    lanes = ("words", "notes") if scope.internal else ("words",)
    translation = _Translation(query, scope, lanes, tongues)
    match sort:
        case Sort.BEST:
            return translation.all(), _best(translation)
        case Sort.PRIORITY:
            return translation.all(), _by_priority()
    return translation.all(), [[]]


def _by_priority() -> list[list[Any]]:
    """What has none comes last."""
    each = [_term("priority", priority) for priority in Priority]
    return [*([(Occur.Must, one)] for one in each), [(Occur.MustNot, one) for one in each]]


def _best(translate: _Translation) -> list[list[Any]]:
    subject, words = in_the_subject(translate.query), in_so_many_words(translate.query)
    if subject is None or words is None:
        return [[]]
    titled, told = translate.meaning(subject, ("title",)), translate.meaning(words, translate.lanes)
    first = [(Occur.Must, titled)]
    second = [(Occur.Must, told), (Occur.MustNot, titled)]
    others = [(Occur.MustNot, told), (Occur.MustNot, titled)]
    return [first, second, others]


class _Translation:
    def __init__(self, query: Query, scope: Scope, lanes: tuple[str, ...], tongues: frozenset[str]) -> None:
        self.query = query
        self.lanes = lanes
        self._scope = scope
        self._tongues = tongues

    def all(self) -> list[Any]:
        asked = [(each, self._asked(each.asked)) for each in self.query.conditions]
        conditions = [(Occur.MustNot if each.excluded else Occur.Must, clause) for each, clause in asked]
        return [(Occur.Must, tantivy.Query.all_query()), *_doors(self._scope.reach), *conditions]

    def _asked(self, asked: Asked) -> Any:
        match asked:
            case Words():
                meaning = meant_by(asked, forgiving=self.query.forgiving)
                return self.meaning(meaning, self.lanes) if meaning else tantivy.Query.empty_query()
            case Marked():
                fields = ("open_marks", "marks") if self._scope.internal else ("open_marks",)
                return self.meaning(meant_by_marks(asked), fields)
            case During(field=field, since=since, until=until):
                if field in STAFF_SPANS and not self._scope.internal:
                    return tantivy.Query.empty_query()
                return within(INSTANTS[field], *bounds(field, since, until))

    def meaning(self, meaning: Meaning, fields: tuple[str, ...]) -> Any:
        match meaning:
            case Every(of):
                return tantivy.Query.boolean_query([(Occur.Must, self.meaning(each, fields)) for each in of])
            case Either(of):
                return any_of([self.meaning(each, fields) for each in of])
        return any_of([query for field in fields for query in self._leaf(meaning, field)])

    def _leaf(self, leaf: OneOf | Begins | Near | Alike, field: str) -> list[Any]:
        match leaf:
            case OneOf(terms):
                there = [term for term in terms if (tongue := tongue_of(term)) is None or tongue in self._tongues]
                return [_term(field, term) for term in dict.fromkeys(there)]
            case Begins(prefix):
                return [tantivy.Query.fuzzy_term_query(SCHEMA, field, prefix, distance=0, prefix=True)]
            case Near(terms):
                return [tantivy.Query.phrase_query(SCHEMA, field, list(terms))]
            case Alike(term):
                return [tantivy.Query.fuzzy_term_query(SCHEMA, field, term, distance=1, transposition_cost_one=True)]


def alike(likeness: Likeness, scope: Scope, tongues: frozenset[str]) -> tuple[list[Any], list[tuple[Any, Any]]]:
    """What it has to be, and of each word what says it at all and what does in its subject."""
    translate = _Translation(likeness.query, scope, ("words",), tongues)
    meanings = [meaning for each in likeness.words if (meaning := meant_by(each))]
    return translate.all(), [
        (translate.meaning(each, ("words",)), translate.meaning(each, ("title",))) for each in meanings
    ]


def taking_part(person: PersonId) -> Any:
    return through(f"person={person}")


def through(door: str) -> Any:
    return _term("door", door)


def _doors(reach: Reach) -> list[Any]:
    """What somebody sees, as clauses of every query."""
    if reach.everything:
        return []
    doors = [f"team={team}" for team in reach.teams]
    doors += [f"assignee={reach.assignee}"] if reach.assignee is not None else []
    people = any_of([taking_part(person) for person in reach.people])
    own = [(Occur.Must, people)] if reach.people else []
    own += [(Occur.Must, _term("door", f"id={reach.ticket}"))] if reach.ticket is not None and own else []
    ways = [*(_term("door", door) for door in doors), *([tantivy.Query.boolean_query(own)] if own else [])]
    return [(Occur.Must, any_of(ways))]


def any_of(queries: list[Any]) -> Any:
    if not queries:
        return tantivy.Query.empty_query()
    return queries[0] if len(queries) == 1 else tantivy.Query.boolean_query([(Occur.Should, each) for each in queries])


def _term(field: str, term: str) -> Any:
    return tantivy.Query.term_query(SCHEMA, field, term, index_option="basic")


def within(field: str, since: int | None = None, until: int | None = None) -> Any:
    """From the first on, and before the second."""
    return tantivy.Query.range_query(SCHEMA, field, FieldType.Integer, since, until, include_upper=until is None)
