"""What people chose for themselves."""

from helpdesk.core.preferences.rules import USUAL, Preferences
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId


class MemoryPreferences:
    """See ports.PreferenceStore."""

    def __init__(self) -> None:
        self._chosen: dict[PersonId, Preferences] = {}

    def get(self, person_id: PersonId) -> Preferences:
        return self._chosen.get(person_id, USUAL)

    def put(self, person_id: PersonId, preferences: Preferences) -> None:
        if preferences.revision != self.get(person_id).revision + 1:
            raise ConflictError("These settings were saved meanwhile.")
        self._chosen[person_id] = preferences
