"""Signed links and tokens by itsdangerous, and sealed texts by cryptography, under the keys of one secret."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from itsdangerous import BadData, Signer, URLSafeTimedSerializer

from helpdesk.foundation.kernel.errors import SignInError

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

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
        return _stamp(self._keys()[-1], purpose, value)

    def is_stamp(self, purpose: str, value: str, stamp: str) -> bool:
        made = (_stamp(key, purpose, value) for key in reversed(self._keys()))
        return any(hmac.compare_digest(each.encode(), stamp.encode()) for each in made)

    def seal(self, about: str, content: str) -> str:
        sealed = _sealer(self._keys()[-1]).encrypt(content.encode(), [about.encode()])
        return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()

    def unseal(self, about: str, sealed: str) -> str | None:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as below

        try:
            content = base64.b64decode(sealed + "=" * (-len(sealed) % 4), b"-_", validate=True)
        except (binascii.Error, ValueError):
            return None
        for key in reversed(self._keys()):
            with suppress(InvalidTag):
                return _sealer(key).decrypt(content, [about.encode()]).decode()
        return None

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(list(self._keys()), salt=f"helpdesk.{purpose}")


def _stamp(key: str, purpose: str, value: str) -> str:
    signature = Signer(key, salt=f"helpdesk.{purpose}").get_signature(value)
    digest = base64.urlsafe_b64decode(signature + b"=" * (-len(signature) % 4))
    return base64.b32encode(digest[:STAMP_BYTES]).decode().lower()


@cache
def _sealer(key: str) -> AESSIV:
    """AES-SIV under a key of its own: of all modes the one that no repetition weakens."""
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV  # noqa: PLC0415 - few requests pay its 15 ms

    return AESSIV(hmac.digest(key.encode(), b"helpdesk.seal", "sha512"))
