"""Levels on AWS."""

from helpdesk.capabilities.levels.ports import Escalations, LevelNotes, LevelPorts
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> LevelPorts:
    return LevelPorts(
        notes=later(lambda: _notes(aws)),
        escalations=later(lambda: _escalations(aws)),
    )


def _notes(aws: Aws) -> LevelNotes:
    from helpdesk.capabilities.levels.dynamodb import DynamoLevelNotes

    return DynamoLevelNotes(aws.tables)


def _escalations(aws: Aws) -> Escalations:
    from helpdesk.capabilities.levels.dynamodb import DynamoEscalations

    return DynamoEscalations(aws.tables)
