"""Tickets on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable

    from helpdesk.core.tickets.dynamodb.writers import Writers
    from helpdesk.core.tickets.ports import TicketStore
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws, writers: Callable[[], Writers]) -> TicketStore:
    """`writers` are what others write in the same transaction as a change."""
    return later(lambda: _store(aws, writers))


def _store(aws: Aws, writers: Callable[[], Writers]) -> TicketStore:
    from helpdesk.core.tickets.dynamodb.tickets import DynamoTicketStore

    return DynamoTicketStore(aws.tables, aws.env.aws_region, writers)
