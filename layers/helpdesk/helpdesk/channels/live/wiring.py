"""Live updates on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.live.ports import Browsers, LiveBoard, LivePorts
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> LivePorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> LivePorts:
    from helpdesk.channels.live.ports import LivePorts

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
