"""Settings."""

from helpdesk.capabilities.sla.settings.edition import Edition, File, built_in
from helpdesk.capabilities.sla.versions import SlaVersions, refs_of
from helpdesk.core.clocks.settings.book import SlaBook
from helpdesk.core.tickets.first_settings import default_settings
from helpdesk.core.tickets.settings import DeskSettings
from helpdesk.foundation.kernel.errors import ConflictError


class MemorySettingsStore:
    """See ports.SettingsStore. What is saved holds at once."""

    def __init__(self) -> None:
        self._desk = default_settings()
        self._saved: set[int] = set()
        self._edition = built_in()
        self._files: dict[tuple[str, str], File] = {}
        self._versions = SlaVersions(lambda kind, ref: self._files.get((kind, ref)))
        self._book = self._versions.built_in()

    def desk(self) -> DeskSettings:
        return self._desk

    def desk_now(self) -> DeskSettings:
        return self._desk

    def sla(self) -> SlaBook:
        return self._book

    def sla_edition(self) -> Edition:
        return self._edition

    def save_sla(self, before: Edition, after: Edition) -> None:
        if before.revision != self._edition.revision:
            raise ConflictError("The settings were saved by somebody else meanwhile.")
        for kind, files in after.files.items():
            for ref, file in files.items():
                self._files.setdefault((kind, ref), file)
        self._edition = after
        self._book = self._versions.book(refs_of(after), after.close_solved_after_days, after.survey)

    def save(self, settings: DeskSettings) -> None:
        if settings.version in self._saved:
            raise ConflictError("The settings were changed meanwhile.")
        self._saved.add(settings.version)
        self._desk = settings

    def promise(self, book: SlaBook) -> None:
        self._book = book
