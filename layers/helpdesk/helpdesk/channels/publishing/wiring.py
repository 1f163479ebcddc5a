"""The bus on AWS."""

from helpdesk.channels.publishing.ports import Bus, PublishingPorts
from helpdesk.foundation.platform.aws import Aws
from helpdesk.foundation.platform.later import later
from helpdesk.foundation.platform.ports import Queue


def wired(aws: Aws) -> PublishingPorts:
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
