"""Intake on AWS."""

from helpdesk.channels.intake.ports import IntakePorts, Preparation, TextLanguage
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> IntakePorts:
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
