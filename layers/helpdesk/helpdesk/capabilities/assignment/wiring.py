"""Assignment on AWS."""

from helpdesk.capabilities.assignment.ports import AssignmentPorts, AssignmentQueue, Boards
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> AssignmentPorts:
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
