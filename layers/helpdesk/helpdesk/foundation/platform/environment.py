"""The environment of a function: read here and nowhere else."""

import os
from functools import cache

import msgspec


class Environment(msgspec.Struct, frozen=True, kw_only=True, rename="upper"):
    """What the templates give a function. Each gets only what it needs, so most are absent in any one of them."""

    aws_region: str
    table: str | None = None
    ephemeral_table: str | None = None
    bus: str | None = None
    republish_queue_url: str | None = None
    assignment_queue_url: str | None = None
    timer_arn: str | None = None
    recompute_arn: str | None = None
    recompute_side_by_side: str | None = None
    escalation_arn: str | None = None
    change_tickets_arn: str | None = None
    make_export_arn: str | None = None
    replay_tickets_arn: str | None = None
    retry_webhook_arn: str | None = None
    send_briefing_arn: str | None = None
    bucket: str | None = None
    site_url: str | None = None
    mail_from: str | None = None
    mail_bucket: str | None = None
    mail_queue_url: str | None = None
    mail_configuration: str | None = None
    reply_domain: str | None = None
    mail_in_domains: str | None = None
    link_secret_arn: str | None = None
    origin_token: str | None = None
    live_endpoint: str | None = None
    helpdesk_clock: str | None = None

    def needed(self, name: str) -> str:
        """A setting without which something cannot be done; LookupError says which one is missing."""
        value: str | None = getattr(self, name)
        if not value:
            raise LookupError(f"This function has no {name.upper()} in its environment.")
        return value


@cache
def environment() -> Environment:
    return msgspec.convert(dict(os.environ), Environment)
