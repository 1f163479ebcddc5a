"""Teams on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.core.directory.rules import Person
    from helpdesk.core.staffing.ports import Staffing
    from helpdesk.foundation.platform.aws import Aws
    from helpdesk.foundation.platform.dynamodb.tables import Write


def wired(aws: Aws) -> Staffing:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Staffing:
    from helpdesk.core.staffing.dynamodb import DynamoStaffing

    return DynamoStaffing(aws.tables)


def following(aws: Aws, held: Person, person: Person) -> Sequence[Write]:
    """The writes by which teams follow who is in them."""
    from helpdesk.core.staffing.dynamodb import following

    return following(aws.tables, held, person)
