"""What people chose for themselves, in DynamoDB: an item each, beside the person."""

from __future__ import annotations

from helpdesk.core.preferences.rules import USUAL, Preferences
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact


class DynamoPreferences:
    """See ports.PreferenceStore."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def get(self, person_id: PersonId) -> Preferences:
        item = self._tables.get(self._tables.main, preferences_key(person_id))
        return _chosen(item) if item else USUAL

    def put(self, person_id: PersonId, preferences: Preferences) -> None:
        item = preferences_key(person_id) | {
            "preferences": keys.text(encoding.encode(preferences)),
            "revision": keys.number(preferences.revision),
        }
        before = keys.number(preferences.revision - 1) if preferences.revision > 1 else None
        put = {"TableName": self._tables.main, "Item": item} | keys.holding("revision", before)
        transact(self._tables.client, [Write({"Put": put}, ConflictError("These settings were saved meanwhile."))])


def _chosen(item: Item) -> Preferences:
    return encoding.decode(Preferences, item["preferences"]["S"])


def preferences_key(person_id: str) -> Key:
    return item_key(f"P#{person_id}", "PREFERENCES")
