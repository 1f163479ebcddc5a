"""Settings."""

from helpdesk.domain.default_settings import default_settings
from helpdesk.domain.promises import SlaBook, default_book
from helpdesk.domain.settings import DeskSettings


class MemorySettingsStore:
    """See ports.SettingsStore. What is saved holds at once."""

    def __init__(self) -> None:
        self._desk = default_settings()
        self._book = default_book()

    def desk(self) -> DeskSettings:
        return self._desk

    def sla(self) -> SlaBook:
        return self._book

    def save(self, settings: DeskSettings) -> None:
        self._desk = settings

    def promise(self, book: SlaBook) -> None:
        self._book = book
