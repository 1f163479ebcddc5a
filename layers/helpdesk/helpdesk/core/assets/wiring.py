"""Assets on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.assets.ports import Assets
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> Assets:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Assets:
    from helpdesk.core.assets.dynamodb import ASSETS
    from helpdesk.foundation.platform.dynamodb.named import DynamoNamed

    return DynamoNamed(aws.tables, ASSETS)
