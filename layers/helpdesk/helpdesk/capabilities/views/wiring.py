"""Views on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.views.ports import Views
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> Views:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Views:
    from helpdesk.capabilities.views.dynamodb import DynamoViews

    return DynamoViews(aws.tables)
