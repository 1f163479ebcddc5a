"""Signed links and tokens by itsdangerous, under the keys of one secret."""

import base64
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from itsdangerous import BadData, Signer, URLSafeTimedSerializer

from helpdesk.foundation.kernel.errors import SignInError

STAMP_BYTES: Final = 10  # 80 bits: enough for a token that can only be tried online


class SecretSigner:
    """See ports.Signer. `keys` gives the valid keys, oldest first; the newest signs."""

    def __init__(self, keys: Callable[[], Sequence[str]]) -> None:
        self._keys = keys

    def sign(self, purpose: str, payload: dict[str, Any]) -> str:
        return str(self._serializer(purpose).dumps(payload))

    def read(self, purpose: str, token: str, max_age: timedelta) -> tuple[dict[str, Any], datetime]:
        try:
            payload, signed_at = self._serializer(purpose).loads(
                token, max_age=int(max_age.total_seconds()), return_timestamp=True
            )
        except BadData as error:
            raise SignInError("This link is not valid or no longer valid.") from error
        return payload, signed_at

    def stamp(self, purpose: str, value: str) -> str:
        signature = Signer(list(self._keys()), salt=f"helpdesk.{purpose}").get_signature(value)
        digest = base64.urlsafe_b64decode(signature + b"=" * (-len(signature) % 4))
        return base64.b32encode(digest[:STAMP_BYTES]).decode().lower()

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(list(self._keys()), salt=f"helpdesk.{purpose}")
