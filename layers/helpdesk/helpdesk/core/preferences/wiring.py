"""People's own settings on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.preferences.ports import PreferenceStore
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> PreferenceStore:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> PreferenceStore:
    from helpdesk.core.preferences.dynamodb import DynamoPreferences

    return DynamoPreferences(aws.tables)
