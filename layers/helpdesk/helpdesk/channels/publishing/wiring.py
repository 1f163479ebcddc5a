"""The bus on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.publishing.ports import Bus, PublishingPorts
    from helpdesk.foundation.platform.aws import Aws
    from helpdesk.foundation.platform.ports import Queue


def wired(aws: Aws) -> PublishingPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> PublishingPorts:
    from helpdesk.channels.publishing.ports import PublishingPorts

    return PublishingPorts(
        bus=later(lambda: _bus(aws)),
        queue=later(lambda: _queue(aws)),
    )


def _bus(aws: Aws) -> Bus:
    from helpdesk.channels.publishing.services import EventBridgeBus

    return EventBridgeBus(aws.client("events"), aws.env.needed("bus"))


def _queue(aws: Aws) -> Queue:
    from helpdesk.foundation.platform.sqs import SqsQueue

    return SqsQueue(aws.client("sqs"), aws.env.needed("republish_queue_url"))
