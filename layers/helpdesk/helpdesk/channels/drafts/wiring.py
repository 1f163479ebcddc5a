"""What people have begun to write, on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.drafts.ports import Drafts
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> Drafts:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Drafts:
    from helpdesk.channels.drafts.dynamodb import DynamoDrafts

    return DynamoDrafts(aws.tables)
