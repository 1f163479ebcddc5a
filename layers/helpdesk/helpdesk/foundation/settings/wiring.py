"""The settings of a desk on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Sequence

    from helpdesk.foundation.platform.aws import Aws
    from helpdesk.foundation.settings.documents import Bundle
    from helpdesk.foundation.settings.ports import SettingsStore


def wired(aws: Aws, bundles: Callable[[], Sequence[Bundle]]) -> SettingsStore:
    """`bundles` are what is saved together."""
    return later(lambda: _store(aws, bundles))


def _store(aws: Aws, bundles: Callable[[], Sequence[Bundle]]) -> SettingsStore:
    from helpdesk.foundation.settings.dynamodb import DynamoSettings

    return DynamoSettings(aws.tables, aws.clock.wall, bundles())
