"""Live updates on AWS."""

from helpdesk.channels.live.ports import Browsers, LiveBoard, LivePorts
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later


def wired(aws: Aws) -> LivePorts:
    return LivePorts(
        board=later(lambda: _board(aws)),
        browsers=later(lambda: _browsers(aws)),
    )


def _board(aws: Aws) -> LiveBoard:
    from helpdesk.channels.live.dynamodb import DynamoLiveBoard

    return DynamoLiveBoard(aws.tables)


def _browsers(aws: Aws) -> Browsers:
    from helpdesk.channels.live.services import WebSocketBrowsers

    return WebSocketBrowsers(aws.client("apigatewaymanagementapi", aws.env.needed("live_endpoint")))
