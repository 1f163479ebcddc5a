from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Path
from pydantic import StringConstraints

from helpdesk.foundation.edge.inputs import Request

WhichDevice = Annotated[str, Path(max_length=64)]

Endpoint = Annotated[str, StringConstraints(pattern=r"^https://", max_length=1500)]

Point = Annotated[str, StringConstraints(pattern=r"^B[A-Za-z0-9_-]{86}$", max_length=87)]

Secret = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{22}$", max_length=22)]


class DeviceDraft(Request):
    """What a browser says of itself when it subscribed with the key of `GET /api/me/devices`."""

    endpoint: Endpoint
    p256dh: Point
    auth: Secret
