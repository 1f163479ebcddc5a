"""Tickets on AWS."""

from helpdesk.core.tickets.ports import TicketStore
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> TicketStore:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> TicketStore:
    from helpdesk.core.tickets.dynamodb.tickets import DynamoTicketStore

    return DynamoTicketStore(aws.tables, aws.env.aws_region)
