"""What memory and DynamoDB do alike: a setting is parsed when it is first asked for, and kept until another holds."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, Protocol, TypeVar

from helpdesk.foundation.settings.documents import Bundle, File, Setting, Shelf, parsed_first
from helpdesk.foundation.settings.edition import Saved
from helpdesk.foundation.settings.versions import Versions

T = TypeVar("T")


class Source(Protocol):
    """Where settings are kept."""

    def revision(self, bundle: Bundle) -> int:
        """What holds, as far as this worker knows; 0 for what is built in."""

    def saved(self, bundle: Bundle) -> Saved: ...

    def fetch(self, bundle: Bundle, wanted: Mapping[str, Sequence[str]]) -> None:
        """Have these files of shelves at hand: they will be asked for."""

    def file(self, bundle: Bundle, shelf: str, ref: str) -> File | None: ...


class Reading:
    """Versions are parsed once and for all, what holds once for each revision."""

    def __init__(self, source: Source, bundles: Sequence[Bundle]) -> None:
        self._source = source
        self._bundles = {bundle.name: bundle for bundle in bundles}
        self._held: dict[str, Held] = {}
        self._known: dict[str, dict[str, Any]] = {}

    def bundle(self, name: str) -> Bundle:
        return self._bundles[name]

    def of(self, setting: Setting[T]) -> T:
        bundle = self._bundles[setting.bundle]
        revision = self._source.revision(bundle)
        held = self._held.get(bundle.name)
        if held is None or held.revision != revision:
            load = partial(self._source.saved, bundle) if revision else Saved
            held = self._held[bundle.name] = Held(revision, load, self._versions)
        return held.of(setting)

    def _versions(self, shelf: Shelf[T], saved: Saved) -> Versions[T]:
        bundle, name = self._bundles[shelf.bundle], f"{shelf.bundle}/{shelf.name}"
        known: dict[str, T] = self._known.setdefault(name, dict(parsed_first(shelf)))
        order = saved.refs.get(shelf.name, list(shelf.first_files))
        if not known.keys() >= set(order):
            self._source.fetch(bundle, self._missing(bundle, saved))
        versions: Versions[T]

        def fetched(ref: str) -> T | None:
            file = self._source.file(bundle, shelf.name, ref)
            return None if file is None else shelf.parse(file, versions)

        versions = Versions(known, order, fetched)
        return versions

    def _missing(self, bundle: Bundle, saved: Saved) -> dict[str, list[str]]:
        """All that is not here of an edition, also of other shelves: one request serves whoever asks for those next."""
        return {
            shelf: [ref for ref in refs if ref not in self._known.get(f"{bundle.name}/{shelf}", {})]
            for shelf, refs in saved.refs.items()
        }


class Held:
    """A bundle as it holds at one revision. It is loaded when something is first asked of it."""

    def __init__(
        self, revision: int, load: Callable[[], Saved], versions: Callable[[Shelf[Any], Saved], Versions[Any]]
    ) -> None:
        self.revision = revision
        self._load = load
        self._versions = versions
        self._values: dict[Setting[Any], Any] = {}

    def of(self, setting: Setting[T]) -> T:
        if setting not in self._values:
            self._values[setting] = setting.read(self)
        found: T = self._values[setting]
        return found

    @cached_property
    def _saved(self) -> Saved:
        return self._load()

    @property
    def document(self) -> File:
        return self._saved.document

    def versions(self, shelf: Shelf[T]) -> Versions[T]:
        return self._versions(shelf, self._saved)
