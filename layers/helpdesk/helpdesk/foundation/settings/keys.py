from __future__ import annotations

from helpdesk.foundation.platform.dynamodb.keys import Key, item_key


def settings_key(document: str) -> Key:
    return item_key("SETTINGS", document)
