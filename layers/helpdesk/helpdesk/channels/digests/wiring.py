"""What waits for people's one mail a day, on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.digests.ports import Digests
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> Digests:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Digests:
    from helpdesk.channels.digests.dynamodb import DynamoDigests

    return DynamoDigests(aws.tables)
