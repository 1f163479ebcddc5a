"""Timers on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.timers.ports import Recomputing, TimerPorts, Timers, WalkBoard
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> TimerPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> TimerPorts:
    from helpdesk.capabilities.timers.ports import TimerPorts

    return TimerPorts(
        executions=later(lambda: _executions(aws)),
        recomputing=later(lambda: _recomputing(aws)),
        walks=later(lambda: _walks(aws)),
    )


def _executions(aws: Aws) -> Timers:
    from helpdesk.capabilities.timers.services import StepFunctionsTimers

    return StepFunctionsTimers(aws.client("stepfunctions"), aws.env.needed("timer_arn"))


def _recomputing(aws: Aws) -> Recomputing:
    from helpdesk.capabilities.timers.services import StepFunctionsRecomputing

    side_by_side = int(aws.env.needed("recompute_side_by_side"))
    return StepFunctionsRecomputing(aws.client("stepfunctions"), aws.env.needed("recompute_arn"), side_by_side)


def _walks(aws: Aws) -> WalkBoard:
    from helpdesk.capabilities.timers.dynamodb import DynamoWalkBoard

    return DynamoWalkBoard(aws.tables)
