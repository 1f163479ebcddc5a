"""The directory on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Callable, Sequence

    from helpdesk.core.directory.ports import Directory
    from helpdesk.core.directory.rules import Person, Told
    from helpdesk.foundation.platform.aws import Aws
    from helpdesk.foundation.platform.dynamodb.tables import Write


def wired(aws: Aws, following: Callable[[Person], Sequence[Write]], told: Told) -> Directory:
    """`following` are the writes by which others follow somebody's role and teams; `told` is told of them."""
    return later(lambda: _store(aws, following, told))


def _store(aws: Aws, following: Callable[[Person], Sequence[Write]], told: Told) -> Directory:
    from helpdesk.core.directory.dynamodb import DynamoDirectory

    return DynamoDirectory(aws.tables, aws.clock.wall, following, told)
