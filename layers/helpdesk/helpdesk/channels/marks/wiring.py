"""How far people have read, on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.marks.ports import Marks
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> Marks:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Marks:
    from helpdesk.channels.marks.dynamodb import DynamoMarks

    return DynamoMarks(aws.tables)
