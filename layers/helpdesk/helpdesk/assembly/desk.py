"""The composition root: the one place that knows which adapter stands behind which port."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any, Final

import botocore.session
from botocore.config import Config
from ulid import ULID

from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.environment import Absent, Environment, environment
from helpdesk.foundation.edge.later import Later
from helpdesk.foundation.platform.clock import ProductClock
from helpdesk.foundation.platform.dynamodb.tables import Tables, Write
from helpdesk.foundation.platform.ids import new_ticket_id
from helpdesk.foundation.platform.secret import LinkSecret

IN_TABLES: Final = (
    "tickets", "directory", "staffing", "organizations", "assets", "boards", "escalations", "level_notes", "settings",
    "effects", "live",
)  # fmt: skip

# What is sent is built here and checked by the service: checking it twice took a quarter of a call's processor time.
_PLAIN: Final = Config(parameter_validation=False, user_agent="helpdesk")

# Addresses that browsers are sent to name the region: the page's policy allows no other.
_S3: Final = _PLAIN.merge(
    Config(signature_version="s3v4", s3={"addressing_style": "path", "us_east_1_regional_endpoint": "regional"})
)


@cache
def client(service: str, endpoint: str | None = None) -> Any:
    """An AWS client, made when it is first used: making one takes longer than most requests."""
    session = _session()
    return session.create_client(service, endpoint_url=endpoint, config=_S3 if service == "s3" else _PLAIN)


@cache
def _session() -> Any:
    return botocore.session.get_session()


@cache
def desk() -> Desk:
    """The desk of this worker."""
    env = environment()
    clock = ProductClock(env.helpdesk_clock)
    return Desk(
        region=env.aws_region,
        site_url=env.site_url or "",
        reply_domain=env.reply_domain or "",
        clock=clock,
        new_id=lambda: str(ULID()),
        new_ticket_id=partial(new_ticket_id, env.aws_region),
        **_stores(env, clock),
        **_services(env, clock),
        **_background(env, clock),
    )


def _stores(env: Environment, clock: ProductClock) -> dict[str, Any]:
    if not (env.table or env.ephemeral_table):
        return dict.fromkeys(IN_TABLES, Absent("TABLE"))
    tables = Tables(client("dynamodb"), env.table or "", env.ephemeral_table or "", clock.wall)
    return {
        "tickets": Later("core.tickets.dynamodb.tickets.DynamoTicketStore", tables, env.aws_region),
        "directory": Later("core.directory.dynamodb.DynamoDirectory", tables, clock.wall, partial(_following, tables)),
        "staffing": Later("core.staffing.dynamodb.DynamoStaffing", tables),
        "organizations": Later("core.organizations.dynamodb.DynamoOrganizations", tables, clock.wall),
        "assets": Later("core.assets.dynamodb.DynamoAssets", tables),
        "escalations": Later("capabilities.levels.dynamodb.DynamoEscalations", tables),
        "level_notes": Later("capabilities.levels.dynamodb.DynamoLevelNotes", tables),
        "boards": Later("capabilities.assignment.dynamodb.DynamoBoards", tables),
        "settings": Later("foundation.settings.dynamodb.DynamoSettingsStore", tables, clock.wall),
        "effects": Later("foundation.platform.dynamodb.effects.DynamoEffectLedger", tables),
        "live": Later("channels.live.dynamodb.DynamoLiveBoard", tables),
    }


def _following(tables: Tables, person: Person) -> Sequence[Write]:
    from helpdesk.core.staffing.dynamodb import following  # noqa: PLC0415 - only who changes staff pays for it

    return following(tables, person)


def _services(env: Environment, clock: ProductClock) -> dict[str, Any]:
    queue, republish = env.assignment_queue_url, env.republish_queue_url
    live = _lazy("apigatewaymanagementapi", env.live_endpoint)
    return {
        "mailer": _given(
            "MAIL_FROM", env.mail_from, "channels.notices.services.SesMailer", _lazy("sesv2"), env.mail_from, "Helpdesk"
        ),
        "timers": _over(
            "stepfunctions", "capabilities.timers.services.StepFunctionsTimers", "TIMER_ARN", env.timer_arn
        ),
        "bus": _over("events", "channels.publishing.services.EventBridgeBus", "BUS", env.bus),
        "assignment_queue": _over(
            "sqs", "capabilities.assignment.services.SqsAssignmentQueue", "ASSIGNMENT_QUEUE_URL", queue
        ),
        "republish_queue": _over("sqs", "foundation.platform.sqs.SqsQueue", "REPUBLISH_QUEUE_URL", republish),
        "files": _over("s3", "capabilities.attachments.services.S3FileStore", "BUCKET", env.bucket),
        "signer": _given(
            "LINK_SECRET_ARN", env.link_secret_arn, "foundation.platform.signing.SecretSigner", _keys(env, clock)
        ),
        "text_language": Later("channels.intake.services.FastTextLanguage"),
        "browsers": _given("LIVE_ENDPOINT", env.live_endpoint, "channels.live.services.WebSocketBrowsers", live),
    }


def _background(env: Environment, clock: ProductClock) -> dict[str, Any]:
    services = {
        "workflows": Later(
            "capabilities.ladders.services.StepFunctionsWorkflows",
            _lazy("stepfunctions"),
            env.recompute_arn,
            env.escalation_arn,
            env.retry_webhook_arn,
        ),
        "webhooks": _given(
            "LINK_SECRET_ARN",
            env.link_secret_arn,
            "channels.webhooks.services.SignedWebhooks",
            _keys(env, clock),
            clock.wall,
        ),
    }
    if not env.table:
        return services | dict.fromkeys(("walks", "tokens"), Absent("TABLE"))
    tables = Tables(client("dynamodb"), env.table, "", clock.wall)
    return services | {
        "walks": Later("capabilities.timers.dynamodb.DynamoWalkBoard", tables),
        "tokens": Later("capabilities.ladders.dynamodb.DynamoTokenBoard", tables),
    }


def _keys(env: Environment, clock: ProductClock) -> Callable[[], Sequence[str]]:
    return LinkSecret(_lazy("secretsmanager"), env.link_secret_arn or "", clock.wall).keys


def _lazy(service: str, endpoint: str | None = None) -> Callable[[], Any]:
    return partial(client, service, endpoint)


def _over(service: str, adapter: str, name: str, value: str | None) -> Any:
    """An adapter over a service's client and the one setting it needs."""
    return _given(name, value, adapter, _lazy(service), value)


def _given(name: str, value: str | None, adapter: str, *arguments: Any) -> Any:
    return Later(adapter, *arguments) if value else Absent(name)
