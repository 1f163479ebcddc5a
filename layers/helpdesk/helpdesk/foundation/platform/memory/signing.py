"""Signatures that are as good as the list they stand on."""

import hashlib
import json
import secrets
from base64 import b32encode
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from helpdesk.foundation.kernel.errors import SignInError


class MemorySigner:
    """See ports.Signer. A token is valid when it was given out here."""

    def __init__(self, wall: Callable[[], datetime]) -> None:
        self._wall = wall
        self._key = secrets.token_bytes()
        self._signed: dict[tuple[str, str], tuple[str, datetime]] = {}
        self._sealed: dict[tuple[str, str], str] = {}

    def sign(self, purpose: str, payload: dict[str, Any]) -> str:
        token = secrets.token_urlsafe()
        self._signed[purpose, token] = json.dumps(payload), self._wall()
        return token

    def stamp(self, purpose: str, value: str) -> str:
        digest = hashlib.blake2b(f"{purpose}/{value}".encode(), key=self._key, digest_size=10).digest()
        return b32encode(digest).decode().lower()

    def read(self, purpose: str, token: str, max_age: timedelta) -> tuple[dict[str, Any], datetime]:
        payload, signed_at = self._signed.get((purpose, token), ("", self._wall()))
        if not payload or self._wall() - signed_at > max_age:
            raise SignInError("This link is not valid or no longer valid.")
        return json.loads(payload), signed_at

    def is_stamp(self, purpose: str, value: str, stamp: str) -> bool:
        return stamp == self.stamp(purpose, value)

    def seal(self, about: str, content: str) -> str:
        sealed = self.stamp("seal", json.dumps([about, content]))
        self._sealed[about, sealed] = content
        return sealed

    def unseal(self, about: str, sealed: str) -> str | None:
        return self._sealed.get((about, sealed))
