"""Versions of files by their reference `id@n`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


def id_of(ref: str) -> str:
    return ref.partition("@")[0]


def number_of(ref: str) -> int:
    return int(ref.rpartition("@")[2])


def _nowhere(_: str) -> None:
    return None


class Versions(Mapping[str, T]):
    """Every version by its reference, also those that hold no more. One that is not here yet is fetched once and kept
    in `known`: it never changes. `order` are those that hold, in the order in which they are asked.
    """

    def __init__(
        self, known: dict[str, T], order: Sequence[str] = (), fetch: Callable[[str], T | None] = _nowhere
    ) -> None:
        self.order = tuple(order)
        self._known = known
        self._fetch = fetch

    def __getitem__(self, ref: str) -> T:
        if ref not in self._known:
            found = self._fetch(ref)
            if found is None:
                raise KeyError(ref)
            self._known[ref] = found
        return self._known[ref]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def current(self) -> list[T]:
        return [self[ref] for ref in self.order]

    def named(self, name: str) -> str | None:
        """The version that holds of a file, named by its id or by any of its versions."""
        return next((ref for ref in self.order if id_of(ref) == id_of(name)), None)
