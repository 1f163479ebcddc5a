"""Named things: documents of a kind, found by their id and by names that no other of their kind has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from msgspec import Struct

from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.revisions import following

if TYPE_CHECKING:
    from helpdesk.foundation.kernel.actors import Actor
    from helpdesk.foundation.kernel.errors import InvalidError


class Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str:
        """What people call it. Others may have the same."""

    @property
    def version(self) -> int:
        """How often it was saved."""


T = TypeVar("T", bound=Named)


class Kind(Struct, Generic[T], frozen=True, kw_only=True):
    called: str
    """What one is called where there is none: "asset"."""
    shape: type[T]
    names: Callable[[T], Iterable[str]]
    """The names that one has alone, as they are looked up."""
    folded: Callable[[str], str]
    """A name as it is looked up, however it was written; empty when it is none."""
    terms: Callable[[T], Iterable[str]]
    """By what begins of these one is found; few, as each is written with it."""
    taken: Callable[[T, str], InvalidError]
    """What who saves one is told of a name that is another's."""

    def wanted(self, names: Iterable[str]) -> list[str]:
        """Names as they are looked up, each once: a request that asks for a key twice is refused."""
        return [name for name in dict.fromkeys(map(self.folded, names)) if name]


def is_begun(terms: Iterable[str], words: Iterable[str]) -> bool:
    known = tuple(terms)
    return all(any(term.startswith(word) for term in known) for word in words)


class NamedPage(Struct, Generic[T], frozen=True, kw_only=True):
    """In the order of their ids; `cursor` is the last id, None at the end; callers get it sealed."""

    items: tuple[T, ...]
    cursor: str | None


class NamedStore(Protocol[T]):
    def get(self, which: str) -> T:
        """By its id, as it is now, or NotFoundError."""

    def find(self, which: str) -> T | None:
        """What is known of it; of kinds that are kept, at most a minute old."""

    def named(self, names: Sequence[str]) -> Mapping[str, T]:
        """Those that up to a hundred names belong to, by the name as it is looked up, in one request."""

    def known(self, ids: Sequence[str]) -> Mapping[str, T]:
        """Those among up to a hundred ids that there are, by their id, in one request."""

    def begun(self, words: Sequence[str], most: int) -> Sequence[T]:
        """Some of those in whom each of the words begins a term, in two requests; none without words."""

    def index(self, thing: T) -> bool:
        """Have one found by its terms that was put when there were none; False if it was saved meanwhile."""

    def page(self, cursor: str | None, limit: int) -> NamedPage[T]: ...

    def put(self, saved: T) -> None:
        """Save the version after the one it was made from, and claim its names with it, or nothing.

        Raises ConflictError when it was saved meanwhile, InvalidError for a name of another.
        """


def page(store: NamedStore[T], by: Actor, cursor: str | None, limit: int) -> NamedPage[T]:
    roles.staff_only(by)
    return store.page(cursor, limit)


def read(store: NamedStore[T], by: Actor, which: str) -> T:
    roles.staff_only(by)
    return store.get(which)


MOST_FOUND: Final = 8

MOST_WORDS: Final = 5


def begun(store: NamedStore[T], by: Actor, words: Sequence[str]) -> Sequence[T]:
    """Some that are found by beginnings of words, by their names. The longest word says most."""
    roles.staff_only(by)
    wanted = sorted(dict.fromkeys(words), key=len, reverse=True)[:MOST_WORDS]
    return sorted(store.begun(wanted, MOST_FOUND), key=lambda found: (found.name.casefold(), found.id))


def save(store: NamedStore[T], by: Actor, which: str, revision: int | None, made: Callable[[int], T]) -> T:
    """Make one or replace it, for leads. `made` gives it as its next version, or refuses.

    Raises SettingsMovedError for an old `revision`, and what `made` and the store refuse.
    """
    roles.lead_only(by)
    saved = made(following(revision, _version(store, which)))
    store.put(saved)
    return saved


def _version(store: NamedStore[T], which: str) -> int:
    try:
        return store.get(which).version
    except NotFoundError:
        return 0
