"""Assignment on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.assignment.ports import AssignmentPorts, AssignmentQueue, Boards
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> AssignmentPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> AssignmentPorts:
    from helpdesk.capabilities.assignment.ports import AssignmentPorts

    return AssignmentPorts(
        boards=later(lambda: _boards(aws)),
        queue=later(lambda: _queue(aws)),
    )


def _boards(aws: Aws) -> Boards:
    from helpdesk.capabilities.assignment.dynamodb import DynamoBoards

    return DynamoBoards(aws.tables)


def _queue(aws: Aws) -> AssignmentQueue:
    from helpdesk.capabilities.assignment.services import SqsAssignmentQueue

    return SqsAssignmentQueue(aws.client("sqs"), aws.env.needed("assignment_queue_url"))
