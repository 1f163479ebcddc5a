"""Notes on devices, on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.push.ports import Devices, PushPorts, PushService
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> PushPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> PushPorts:
    from helpdesk.channels.push.ports import PushPorts

    return PushPorts(devices=later(lambda: _devices(aws)), service=later(lambda: _service(aws)))


def _devices(aws: Aws) -> Devices:
    from helpdesk.channels.push.dynamodb import DynamoDevices

    return DynamoDevices(aws.tables)


def _service(aws: Aws) -> PushService:
    from helpdesk.channels.push.services import WebPush

    return WebPush(aws.keys, aws.clock.wall, aws.env.site_url or "")
