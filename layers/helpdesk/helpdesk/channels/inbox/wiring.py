"""Inboxes on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.inbox.ports import Inboxes
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> Inboxes:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Inboxes:
    from helpdesk.channels.inbox.dynamodb import DynamoInboxes

    return DynamoInboxes(aws.tables)
