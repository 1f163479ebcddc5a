from collections.abc import Sequence
from typing import Protocol, TypeVar

from helpdesk.foundation.settings.documents import Setting
from helpdesk.foundation.settings.edition import Edition, Saved

T = TypeVar("T")


class SettingsStore(Protocol):
    """Settings by bundle. Every save stays on record, every version of a file stays on its shelf."""

    def of(self, setting: Setting[T]) -> T:
        """What holds, as it was at most 30 s ago. Versions that a ticket names are found however new they are."""

    def latest(self, setting: Setting[T]) -> T:
        """What holds now, by a request more: for who misses in `of` what may be as new as what asks for it."""

    def now(self, bundle: str) -> Edition:
        """What is saved now, whatever was read before: for who changes it."""

    def save(self, before: Edition, after: Edition) -> None:
        """Make an edition current, its new versions and a record of the change with it, or nothing.

        Raises SettingsMovedError when `before` is no longer what is current, InvalidError for what is too large.
        """

    def saves(self, bundle: str) -> Sequence[Saved]:
        """Who saved what when, the oldest first."""

    def edition(self, bundle: str, revision: int) -> Edition:
        """What held at a revision, 0 included. Raises NotFoundError."""
