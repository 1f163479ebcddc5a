"""Web push after RFC 8030: encrypted to the device (RFC 8291), signed with a key that follows from the stack's secret
(RFC 8292). Whoever delivers it learns whom it is for, and nothing of what it says.
"""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from http.client import HTTPException, HTTPSConnection
from typing import Any, Final

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from helpdesk.channels.push.rules import Device, PushError, PushNote
from helpdesk.core.preferences.rules import Concern
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.network import target

CURVE: Final = ec.SECP256R1()

ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

TIMEOUT: Final = 5.0

KEPT: Final = timedelta(hours=12)
"""By the push service, for a device that is off."""

SIGNED_FOR: Final = timedelta(hours=12)

RECORD: Final = 4096

TAKEN: Final = range(200, 300)

GONE: Final = frozenset({403, 404, 410})
"""It is there no longer, or takes notes of another key."""

URGENT: Final = frozenset({Concern.PAGED, Concern.MISSED})

Post = Callable[[str, str, bytes, Mapping[str, str]], int]


class WebPush:
    """See ports.PushService. `keys` gives the stack's secret keys, oldest first, `about` is where the desk is."""

    def __init__(
        self, keys: Callable[[], Sequence[str]], wall: Callable[[], datetime], about: str, post: Post | None = None
    ) -> None:
        self._keys = keys
        self._wall = wall
        self._about = about
        self._post = post or posted

    def key(self) -> str:
        return text(public_point(signing_key(self._keys()[-1])))

    def send(self, device: Device, note: PushNote) -> bool:
        own = {text(public_point(key)): key for key in map(signing_key, self._keys())}
        to = target(device.endpoint)
        if to is None or device.key not in own:
            return False
        try:
            body = encrypted(msgspec.json.encode(note), data(device.p256dh), data(device.auth))
        except ValueError:  # its point is on no curve: nobody can read what is encrypted to it
            return False
        token = signed(own[device.key], {"aud": f"https://{to.host}", "exp": self._end(), "sub": self._about})
        status = self._post(to.host, to.path, body, _headers(note, f"vapid t={token}, k={device.key}"))
        if status in GONE:
            return False
        if status not in TAKEN:
            raise PushError(f"{to.host} answered {status}.")
        return True

    def _end(self) -> int:
        return int((self._wall() + SIGNED_FOR).timestamp())


def _headers(note: PushNote, authorization: str) -> Mapping[str, str]:
    return {
        "Authorization": authorization,
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(int(KEPT.total_seconds())),
        "Topic": digest(note.ticket_id)[:32],  # a later note of a ticket takes the place of one that still waits
        "Urgency": "high" if note.concern in URGENT else "normal",
    }


def posted(host: str, path: str, body: bytes, headers: Mapping[str, str]) -> int:
    connection = HTTPSConnection(host, timeout=TIMEOUT)
    try:
        connection.request("POST", path, body, dict(headers))
        return connection.getresponse().status
    except (OSError, HTTPException) as error:
        raise PushError(f"{host} could not be reached.") from error
    finally:
        connection.close()


def signing_key(secret: str) -> ec.EllipticCurvePrivateKey:
    """One of its own that follows from a secret of the stack: there is no second one to keep and to turn."""
    wide = HKDF(algorithm=SHA256(), length=48, salt=None, info=b"helpdesk web push").derive(secret.encode())
    return ec.derive_private_key(int.from_bytes(wide, "big") % (ORDER - 1) + 1, CURVE)


def signed(key: ec.EllipticCurvePrivateKey, claims: Mapping[str, Any]) -> str:
    parts = ({"typ": "JWT", "alg": "ES256"}, claims)
    said = ".".join(text(json.dumps(part, separators=(",", ":")).encode()) for part in parts)
    r, s = decode_dss_signature(key.sign(said.encode(), ec.ECDSA(SHA256())))
    return f"{said}.{text(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


def encrypted(
    content: bytes,
    device: bytes,
    auth: bytes,
    once: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
) -> bytes:
    """For the device with this public point and secret; `once` and `salt` are of this message alone."""
    once, salt = once or ec.generate_private_key(CURVE), salt or os.urandom(16)
    shared = once.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, device))
    own = public_point(once)
    key = _derived(shared, auth, b"WebPush: info\0" + device + own, 32)
    sealing = AESGCM(_derived(key, salt, b"Content-Encoding: aes128gcm\0", 16))
    nonce = _derived(key, salt, b"Content-Encoding: nonce\0", 12)
    head = salt + RECORD.to_bytes(4, "big") + len(own).to_bytes(1, "big") + own
    return head + sealing.encrypt(nonce, content + b"\x02", None)


def _derived(key: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(key)


def public_point(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def data(written: str) -> bytes:
    return urlsafe_b64decode(written + "=" * (-len(written) % 4))
