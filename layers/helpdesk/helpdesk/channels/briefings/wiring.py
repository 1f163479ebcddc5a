"""Reports by mail, on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.briefings.ports import BriefingPorts, Briefings, Senders
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> BriefingPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> BriefingPorts:
    from helpdesk.channels.briefings.ports import BriefingPorts

    return BriefingPorts(kept=later(lambda: _kept(aws)), senders=later(lambda: _senders(aws)))


def _kept(aws: Aws) -> Briefings:
    from helpdesk.channels.briefings.dynamodb import DynamoBriefings

    return DynamoBriefings(aws.tables)


def _senders(aws: Aws) -> Senders:
    from helpdesk.channels.briefings.services import StepFunctionsSenders

    return StepFunctionsSenders(aws.client("stepfunctions"), aws.env.needed("send_briefing_arn"))
