"""Organizations on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.organizations.ports import Organizations
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> Organizations:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Organizations:
    from helpdesk.core.organizations.dynamodb import ORGANIZATIONS
    from helpdesk.foundation.platform.dynamodb.named import DynamoNamed

    return DynamoNamed(aws.tables, ORGANIZATIONS)
