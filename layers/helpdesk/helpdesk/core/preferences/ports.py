from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from helpdesk.foundation.kernel.vocabulary import PersonId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.preferences.rules import Preferences


class PreferenceStore(Protocol):
    def get(self, person_id: PersonId) -> Preferences:
        """What somebody chose; the usual for who has not chosen."""

    def put(self, person_id: PersonId, preferences: Preferences) -> None:
        """Save the revision after the one it was made from, else ConflictError and nothing."""
