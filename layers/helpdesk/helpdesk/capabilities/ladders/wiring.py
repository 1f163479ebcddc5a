"""Escalation ladders on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.ladders.ports import LadderPorts, LadderWorkflows, TokenBoard
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> LadderPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> LadderPorts:
    from helpdesk.capabilities.ladders.ports import LadderPorts

    return LadderPorts(
        workflows=later(lambda: _workflows(aws)),
        tokens=later(lambda: _tokens(aws)),
    )


def _workflows(aws: Aws) -> LadderWorkflows:
    from helpdesk.capabilities.ladders.services import StepFunctionsLadders

    return StepFunctionsLadders(aws.client("stepfunctions"), aws.env.escalation_arn)


def _tokens(aws: Aws) -> TokenBoard:
    from helpdesk.capabilities.ladders.dynamodb import DynamoTokenBoard

    return DynamoTokenBoard(aws.tables)
