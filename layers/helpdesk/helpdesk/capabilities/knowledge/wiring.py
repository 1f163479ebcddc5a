"""Articles on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.knowledge.ports import Articles
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> Articles:
    return later(lambda: _articles(aws))


def _articles(aws: Aws) -> Articles:
    from helpdesk.capabilities.knowledge.dynamodb import DynamoArticles

    return DynamoArticles(aws.tables)
