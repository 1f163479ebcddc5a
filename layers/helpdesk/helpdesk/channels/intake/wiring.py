"""Intake on AWS."""

from helpdesk.channels.intake.ports import IntakePorts, TextLanguage
from helpdesk.foundation.platform.later import later


def wired() -> IntakePorts:
    return IntakePorts(
        text_language=later(_text_language),
    )


def _text_language() -> TextLanguage:
    from helpdesk.channels.intake.services import FastTextLanguage

    return FastTextLanguage()
