"""What adapters on AWS are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any, Final

import botocore.session
from botocore.config import Config

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.foundation.platform.dynamodb.tables import Tables
    from helpdesk.foundation.platform.environment import Environment
    from helpdesk.foundation.platform.ports import Clock

# What is sent is built here and checked by the service: checking it twice took a quarter of a call's processor time.
_PLAIN: Final = Config(parameter_validation=False, user_agent="helpdesk")
# Addresses that browsers are sent to name the region: the page's policy allows no other.
_S3: Final = _PLAIN.merge(
    Config(signature_version="s3v4", s3={"addressing_style": "path", "us_east_1_regional_endpoint": "regional"})
)


@cache
def client(service: str, endpoint: str | None = None) -> Any:
    """An AWS client, made when it is first used: making one takes longer than most requests."""
    return _session().create_client(service, endpoint_url=endpoint, config=_S3 if service == "s3" else _PLAIN)


@cache
def _session() -> Any:
    return botocore.session.get_session()


class Aws:
    """The environment of a function, its clock, and what is made from them when it is first asked for."""

    def __init__(self, env: Environment, clock: Clock) -> None:
        self.env = env
        self.clock = clock

    @cached_property
    def tables(self) -> Tables:
        from helpdesk.foundation.platform.dynamodb.tables import Tables  # noqa: PLC0415 - many functions need no table

        main = self.env.table or ("" if self.env.ephemeral_table else self.env.needed("table"))
        return Tables(client("dynamodb"), main, self.env.ephemeral_table or "", self.clock.wall)

    @cached_property
    def keys(self) -> Callable[[], Sequence[str]]:
        """The stack's secret keys, oldest first."""
        from helpdesk.foundation.platform.secret import LinkSecret  # noqa: PLC0415 - few functions sign

        return LinkSecret(self.client("secretsmanager"), self.env.needed("link_secret_arn"), self.clock.wall).keys

    def client(self, service: str, endpoint: str | None = None) -> Callable[[], Any]:
        return partial(client, service, endpoint)
