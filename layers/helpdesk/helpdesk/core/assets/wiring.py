"""Assets on AWS."""

from helpdesk.core.assets.ports import Assets
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> Assets:
    return later(lambda: _store(aws))


def _store(aws: Aws) -> Assets:
    from helpdesk.core.assets.dynamodb import DynamoAssets

    return DynamoAssets(aws.tables)
