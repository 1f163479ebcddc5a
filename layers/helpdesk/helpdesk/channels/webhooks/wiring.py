"""Calls to other systems on AWS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpdesk.foundation.platform.later import later

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.webhooks.ports import Retries, WebhookPorts, Webhooks
    from helpdesk.foundation.platform.aws import Aws


def wired(aws: Aws) -> WebhookPorts:
    return later(lambda: _ports(aws))


def _ports(aws: Aws) -> WebhookPorts:
    from helpdesk.channels.webhooks.ports import WebhookPorts

    return WebhookPorts(
        calls=later(lambda: _calls(aws)),
        retries=later(lambda: _retries(aws)),
    )


def _calls(aws: Aws) -> Webhooks:
    from helpdesk.channels.webhooks.services import SignedWebhooks

    return SignedWebhooks(aws.keys, aws.clock.wall)


def _retries(aws: Aws) -> Retries:
    from helpdesk.channels.webhooks.services import StepFunctionsRetries

    return StepFunctionsRetries(aws.client("stepfunctions"), aws.env.needed("retry_webhook_arn"))
