"""Pushing to open browsers through the WebSocket API."""

import json
from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError


class WebSocketBrowsers:
    """See ports.Browsers."""

    def __init__(self, client: Callable[[], Any]) -> None:
        self._client = client

    def push(self, connection_id: str, message: dict[str, Any]) -> bool:
        try:
            self._client().post_to_connection(ConnectionId=connection_id, Data=json.dumps(message).encode())
        except ClientError as error:
            if error.response["Error"]["Code"] != "GoneException":
                raise
            return False
        return True
