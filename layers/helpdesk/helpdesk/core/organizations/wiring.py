"""Organizations on AWS."""

from helpdesk.core.organizations.ports import Organizations
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> Organizations:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Organizations:
    from helpdesk.core.organizations.dynamodb import DynamoOrganizations

    return DynamoOrganizations(aws.tables, aws.clock.wall)
