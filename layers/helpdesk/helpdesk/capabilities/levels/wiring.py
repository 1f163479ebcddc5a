"""Levels on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.levels.ports import Escalations, LevelNotes, LevelPorts
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> LevelPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> LevelPorts:
    from helpdesk.capabilities.levels.ports import LevelPorts

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
