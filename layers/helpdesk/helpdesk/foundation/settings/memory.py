"""Settings in memory: what is saved holds at once."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from helpdesk.foundation.kernel.errors import NotFoundError, SettingsMovedError
from helpdesk.foundation.settings.documents import Bundle, File, Setting
from helpdesk.foundation.settings.edition import Edition, Saved, first_edition
from helpdesk.foundation.settings.reading import Reading
from helpdesk.foundation.settings.stored import check_size

T = TypeVar("T")


class MemorySettings:
    """See ports.SettingsStore."""

    def __init__(self, bundles: Sequence[Bundle]) -> None:
        self._saved: dict[str, list[Edition]] = {bundle.name: [] for bundle in bundles}
        self._files: dict[tuple[str, str, str], File] = {}
        self._reading = Reading(self, bundles)
        self._instead: dict[Setting[Any], Any] = {}

    def of(self, setting: Setting[T]) -> T:
        if setting in self._instead:
            found: T = self._instead[setting]
            return found
        return self._reading.of(setting)

    def latest(self, setting: Setting[T]) -> T:
        return self.of(setting)

    def let(self, setting: Setting[T], value: T) -> None:
        """Let something hold that nobody saved."""
        self._instead[setting] = value

    def now(self, bundle: str) -> Edition:
        return self.edition(bundle, len(self._saved[bundle]))

    def save(self, before: Edition, after: Edition) -> None:
        saved = self._saved[after.bundle]
        if before.revision != len(saved) or after.revision != len(saved) + 1:
            raise SettingsMovedError(len(saved))
        check_size(self._reading.bundle(after.bundle), before, after)
        for shelf, ref, file in after.added_to(before):
            self._files[after.bundle, shelf, ref] = file
        saved.append(after)

    def saves(self, bundle: str) -> Sequence[Saved]:
        return [edition.on_record() for edition in self._saved[bundle]]

    def edition(self, bundle: str, revision: int) -> Edition:
        if not revision:
            return first_edition(self._reading.bundle(bundle))
        if revision > len(self._saved[bundle]):
            raise NotFoundError("settings", f"{bundle}#{revision}")
        return self._saved[bundle][revision - 1]

    def revision(self, bundle: Bundle) -> int:
        return len(self._saved[bundle.name])

    def saved(self, bundle: Bundle) -> Saved:
        return self._saved[bundle.name][-1].on_record()

    def fetch(self, bundle: Bundle, wanted: Mapping[str, Sequence[str]]) -> None:
        """They are here."""

    def file(self, bundle: Bundle, shelf: str, ref: str) -> File | None:
        return self._files.get((bundle.name, shelf, ref))
