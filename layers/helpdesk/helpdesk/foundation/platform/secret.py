"""The stack's one secret, read from Secrets Manager and kept for five minutes."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

KEPT: Final = timedelta(minutes=5)


class LinkSecret:
    """The signing keys, oldest first: `previous` (optional, a list) and `key` of the secret's document."""

    def __init__(self, client: Callable[[], Any], arn: str, wall: Callable[[], datetime]) -> None:
        self._client = client
        self._arn = arn
        self._wall = wall
        self._read_at: datetime | None = None
        self._keys: Sequence[str] = ()

    def keys(self) -> Sequence[str]:
        now = self._wall()
        if self._read_at is None or now - self._read_at > KEPT:
            document = json.loads(self._client().get_secret_value(SecretId=self._arn)["SecretString"])
            self._keys = (*document.get("previous", ()), document["key"])
            self._read_at = now
        return self._keys
