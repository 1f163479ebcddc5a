"""Intake on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.intake.ports import IntakePorts, Preparation, TextLanguage
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> IntakePorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> IntakePorts:
    from helpdesk.channels.intake.ports import IntakePorts

    return IntakePorts(
        preparation=later(lambda: _preparation(aws)),
        text_language=later(_text_language),
    )


def _preparation(aws: Aws) -> Preparation:
    from helpdesk.channels.intake.dynamodb import DynamoPreparation

    return DynamoPreparation(aws.tables)


def _text_language() -> TextLanguage:
    from helpdesk.channels.intake.services import FastTextLanguage

    return FastTextLanguage()
