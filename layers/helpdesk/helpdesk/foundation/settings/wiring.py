"""The settings of a desk on AWS."""

from collections.abc import Sequence

from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later
from helpdesk.foundation.settings.documents import Bundle
from helpdesk.foundation.settings.ports import SettingsStore


def wired(aws: Aws, bundles: Sequence[Bundle]) -> SettingsStore:
    return later(lambda: _store(aws, bundles))


def _store(aws: Aws, bundles: Sequence[Bundle]) -> SettingsStore:
    from helpdesk.foundation.settings.dynamodb import DynamoSettings

    return DynamoSettings(aws.tables, aws.clock.wall, bundles)
