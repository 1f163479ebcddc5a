from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


def _nowhere(_: str) -> None:
    return None


class Versions(Mapping[str, T]):
    """Versions by their reference `id@version`. One that is not here yet is fetched once and kept: it never changes."""

    def __init__(self, known: Mapping[str, T], fetch: Callable[[str], T | None] = _nowhere) -> None:
        self._known = dict(known)
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

    def keep(self, ref: str, version: T) -> None:
        self._known[ref] = version

    def has(self, ref: str) -> bool:
        """Whether it is here without fetching."""
        return ref in self._known
