"""Ports of search: to an index in a directory, and to where its files are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from datetime import datetime
    from pathlib import Path

    from helpdesk.capabilities.search.rules.document import Document
    from helpdesk.capabilities.search.rules.likeness import Likeness
    from helpdesk.capabilities.search.rules.manifest import Manifest, Pack
    from helpdesk.capabilities.search.rules.query import Query
    from helpdesk.capabilities.search.rules.scope import Scope
    from helpdesk.capabilities.search.rules.snippet import Piece
    from helpdesk.core.tickets.rules.listing import Card
    from helpdesk.foundation.platform.ports import Packs

FORMAT: Final = 2
"""Of the files: what was written in another one is made anew."""


class Sort(StrEnum):
    NEWEST = "newest"
    BEST = "best"
    CHANGED = "changed"
    DUE = "due"
    PRIORITY = "priority"
    """Of each priority what is due first."""


class Position(Struct, frozen=True, kw_only=True, order=True):
    """Where something stands in what was found, the first first: better ranks have lower numbers, and within one rank
    stands before others what has the lower number. It is the same in every index, whatever comes after it.
    """

    rank: int = 0
    before: int

    @property
    def written(self) -> str:
        return f"{self.rank}.{self.before}"

    @staticmethod
    def read(written: str) -> Position:
        rank, _, before = written.partition(".")
        return Position(rank=int(rank), before=int(before))


class Hit(Struct, frozen=True, kw_only=True):
    """What is shown of something that was found."""

    id: str
    kind: str
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    created: datetime
    at: datetime
    card: Card | None


class Spot(Struct, frozen=True, kw_only=True):
    """Something that was found, before anybody looks at it: of many indexes few of their hits are on a page."""

    position: Position
    show: Callable[[], Hit]


class Found(Struct, frozen=True, kw_only=True):
    """A page of what an index has, and how many there are in it in all. Facets by field and value."""

    hits: tuple[Spot, ...]
    total: int
    total_is: str
    facets: Mapping[str, Mapping[str, int]]


class Committed(Struct, frozen=True, kw_only=True):
    """An index as a commit left it. A file never changes under its name, but two writers that began with the same
    state may give different files the same name: what each writes is kept at a place of its own. `head` is the one
    file that is replaced, and named by nobody.
    """

    files: tuple[str, ...]
    head: bytes


class IndexWriter(Protocol):
    """Of one directory, which has exactly the files of a commit before, or none."""

    def put(self, documents: Iterable[Document]) -> None:
        """Add them, or replace what is there. A version that is not later than the one there changes nothing."""

    def commit(self) -> Committed:
        """All files of the index after it, some of them as before. Nothing can be put into this writer afterwards."""


class Alike(Struct, frozen=True, kw_only=True):
    """Something that is like a text: how much, among all that is."""

    score: float
    show: Callable[[], Hit]


class IndexReader(Protocol):
    """Of one directory, as a commit left it: to see a later one, another reader is opened."""

    def find(
        self,
        query: Query,
        scope: Scope,
        *,
        sort: Sort = Sort.NEWEST,
        after: Position | None = None,
        limit: int = 20,
        facets: Sequence[str] = (),
    ) -> Found: ...

    def alike(self, likeness: Likeness, scope: Scope, limit: int) -> Sequence[Alike]:
        """What says the same in the words that everybody reads who sees it, the likest first."""


class Engine(Protocol):
    def writer(self, directory: Path, head: bytes | None) -> IndexWriter: ...

    def reader(self, directory: Path, head: bytes) -> IndexReader: ...


class Manifests(Protocol):
    """What makes the index of each month, in this region."""

    def all(self) -> Sequence[Manifest]:
        """Newest month first, in one request."""

    def of(self, month: str) -> Manifest:
        """Of version 0 where nothing was written yet."""

    def move(self, to: Manifest) -> bool:
        """Let it follow the version before its own; False when that is no longer what holds."""


class Copy(Protocol):
    """The index of one month on this worker's disk."""

    @property
    def reader(self) -> IndexReader: ...

    def writer(self) -> IndexWriter: ...

    def packed(self, committed: Committed) -> Pack | None:
        """What a commit brought that no pack has yet; None when it changed nothing."""

    def followed_by(self, name: str, pack: Pack) -> Manifest:
        """The manifest with that pack as its last, without those of which nothing is left."""

    def holds(self, manifest: Manifest, pack: Pack) -> None:
        """Its own pack, the last one, is what holds now."""


class Copies(Protocol):
    """Indexes on this worker's disk, as many as there is room for."""

    def following(self, manifest: Manifest) -> Copy:
        """The copy as the manifest says, with what it lacked."""

    def has(self, manifest: Manifest) -> bool:
        """Whether it lacks nothing."""

    def anew(self, month: str) -> Copy:
        """An index of nothing, whatever holds."""

    def forget(self, month: str) -> None:
        """Another try begins with what others can fetch."""


class SearchPorts(Struct, frozen=True, kw_only=True):
    manifests: Manifests
    packs: Packs
    copies: Copies
