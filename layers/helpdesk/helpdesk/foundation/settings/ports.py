from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.sla.settings.edition import Edition
    from helpdesk.core.clocks.settings.book import SlaBook
    from helpdesk.core.tickets.settings import DeskSettings


class SettingsStore(Protocol):
    """Pointers are at most 30 s old, versions are kept for ever."""

    def desk(self) -> DeskSettings: ...

    def desk_now(self) -> DeskSettings:
        """What is saved now, whatever was read before: for who changes it."""

    def save(self, settings: DeskSettings) -> None:
        """Make a version current; ConflictError when there is one of this number already."""

    def sla(self) -> SlaBook: ...

    def sla_edition(self) -> Edition:
        """What is saved now, whatever was read before."""

    def save_sla(self, before: Edition, after: Edition) -> None:
        """Make an edition current, its new versions and a record of the change with it, or nothing.

        Raises ConflictError when `before` is no longer what is current.
        """
