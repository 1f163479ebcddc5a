"""Escalation ladders on AWS."""

from helpdesk.capabilities.ladders.ports import LadderPorts, LadderWorkflows, TokenBoard
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> LadderPorts:
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
