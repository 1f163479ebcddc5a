"""What somebody finds, over the indexes of all months: each is asked with what they may see, and nothing is left out
afterwards.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.search.ports import Found, Hit, Position, Sort
from helpdesk.capabilities.search.rules.document import FACETS
from helpdesk.capabilities.search.rules.query import Query
from helpdesk.capabilities.search.rules.scope import Scope, scope_of

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Iterator, Sequence

    from helpdesk.capabilities.search.rules.manifest import Manifest
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.actors import Actor

T = TypeVar("T")


class Asked(Struct, frozen=True, kw_only=True):
    query: Query
    sort: Sort = Sort.NEWEST
    after: Position | None = None
    limit: int = 25
    facets: tuple[str, ...] = FACETS
    forgives: bool = True
    """Where nothing is found, what is written nearly so is looked for."""


class Answer(Struct, frozen=True, kw_only=True):
    """A page; `more` is where the next begins. `whole` says whether all that there is was counted."""

    hits: tuple[Hit, ...]
    more: Position | None
    total: int
    whole: bool
    facets: dict[str, dict[str, int]]


def find(desk: Desk, by: Actor, asked: Asked) -> Answer:
    return of_today(lambda: _best_of(desk, by, asked))


def of_today(look: Callable[[], T]) -> T:
    """Packs that were there when the manifests were read may have gone meanwhile; then those of today are asked."""
    try:
        return look()
    except LookupError:
        return look()


def _best_of(desk: Desk, by: Actor, asked: Asked) -> Answer:
    """Where nothing is written so, what is written nearly so."""
    manifests, scope = desk.search.manifests.all(), scope_of(by)
    answer = _answer(desk, manifests, scope, asked)
    if answer.total or asked.query.forgiving or not asked.forgives:
        return answer
    return _answer(desk, manifests, scope, replace(asked, query=replace(asked.query, forgiving=True)))


def _answer(desk: Desk, manifests: Sequence[Manifest], scope: Scope, asked: Asked) -> Answer:
    found = list(_found(desk, manifests, scope, asked))
    spots = sorted((spot for part in found if part for spot in part.hits), key=lambda spot: spot.position)
    page = spots[: asked.limit]
    facets: dict[str, Counter[str]] = defaultdict(Counter)
    for part in filter(None, found):
        for field, counts in part.facets.items():
            facets[field].update(counts)
    return Answer(
        hits=tuple(spot.show() for spot in page),
        more=page[-1].position if len(spots) > asked.limit else None,
        total=sum(part.total for part in found if part),
        whole=all(part and part.total_is == "exact" for part in found),
        facets={field: dict(counts.most_common()) for field, counts in facets.items()},
    )


def _found(desk: Desk, manifests: Sequence[Manifest], scope: Scope, asked: Asked) -> Iterator[Found | None]:
    """Month by month, newest first; None for one that is not here and has nothing for the page, so is not fetched."""
    wanted = asked.limit + 1
    for manifest in manifests:
        if wanted <= 0 and not desk.search.copies.has(manifest):
            yield None
            continue
        part = desk.search.copies.following(manifest).reader.find(
            asked.query,
            scope,
            sort=asked.sort,
            after=asked.after,
            limit=max(wanted, 0),
            facets=asked.facets,
        )
        if asked.sort is Sort.NEWEST:
            wanted -= len(part.hits)
        yield part
