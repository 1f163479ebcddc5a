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
    from helpdesk.capabilities.search.rules.query import Query
    from helpdesk.capabilities.search.rules.scope import Scope
    from helpdesk.capabilities.search.rules.snippet import Piece
    from helpdesk.core.tickets.rules.listing import Card

FORMAT: Final = 1
"""Of the files: what was written in another one is made anew."""


class Sort(StrEnum):
    NEWEST = "newest"
    BEST = "best"


class Position(Struct, frozen=True, kw_only=True, order=True):
    """Where something stands in what was found, the first first: better ranks have lower numbers, and within one rank
    later ones. It is the same in every index, whatever comes after it.
    """

    rank: int = 0
    before: int

    @property
    def written(self) -> str:
        return f"{self.rank}.{self.before}"


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
    file that is replaced, and named by nobody: it goes where the list of the files goes.
    """

    files: tuple[str, ...]
    head: bytes


class IndexWriter(Protocol):
    """Of one directory, which has exactly the files of a commit before, or none."""

    def put(self, documents: Iterable[Document]) -> None:
        """Add them, or replace what is there. A version that is not later than the one there changes nothing."""

    def remove(self, ids: Iterable[str]) -> None: ...

    def commit(self) -> Committed:
        """All files of the index after it, some of them as before. Nothing can be put into this writer afterwards."""


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


class Engine(Protocol):
    def writer(self, directory: Path, head: bytes | None) -> IndexWriter: ...

    def reader(self, directory: Path, head: bytes) -> IndexReader: ...


class Manifest(Struct, frozen=True, kw_only=True):
    """The state of the index of a month: where each of its files lies, and its head. Version 0 is not there yet."""

    month: str
    version: int = 0
    files: Mapping[str, str] = {}
    head: bytes | None = None


class Manifests(Protocol):
    def all(self) -> Sequence[Manifest]:
        """Of this region, the newest month first, in one request."""

    def move(self, manifest: Manifest) -> None:
        """Replace the one of the version before; ConflictError when somebody else did."""


class SearchFiles(Protocol):
    def fetch(self, places: Mapping[str, str], directory: Path) -> None:
        """Bring the files that the directory lacks, each from its place."""

    def put(self, directory: Path, places: Mapping[str, str]) -> None:
        """Keep files of a directory, each at its place, where nothing lies yet."""

    def delete(self, places: Iterable[str]) -> None: ...
