"""The settings of a desk on AWS."""

from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later
from helpdesk.foundation.settings.ports import SettingsStore


def wired(aws: Aws) -> SettingsStore:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> SettingsStore:
    from helpdesk.foundation.settings.dynamodb import DynamoSettingsStore

    return DynamoSettingsStore(aws.tables, aws.clock.wall)
