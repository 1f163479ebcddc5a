"""Changes of many tickets, on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.bulk.ports import BulkPorts, Jobs, Workers
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> BulkPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> BulkPorts:
    from helpdesk.capabilities.bulk.ports import BulkPorts

    return BulkPorts(jobs=later(lambda: _jobs(aws)), workers=later(lambda: _workers(aws)))


def _jobs(aws: Aws) -> Jobs:
    from helpdesk.capabilities.bulk.dynamodb import DynamoJobs

    return DynamoJobs(aws.tables)


def _workers(aws: Aws) -> Workers:
    from helpdesk.capabilities.bulk.services import StepFunctionsWorkers

    return StepFunctionsWorkers(aws.client("stepfunctions"), aws.env.needed("change_tickets_arn"))
