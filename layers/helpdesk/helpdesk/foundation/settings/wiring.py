"""The settings of a desk on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.platform.aws import Aws
    from helpdesk.foundation.settings.ports import SettingsStore


def wired(aws: Aws) -> SettingsStore:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> SettingsStore:
    from helpdesk.foundation.settings.dynamodb import DynamoSettingsStore

    return DynamoSettingsStore(aws.tables, aws.clock.wall)
