"""Ports to services: time, mail, timers, the bus, queues, files, signatures and open browsers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import TicketId


class Clock(Protocol):
    rate: float
    """Product seconds per real second: 1 except in demos and tests that let time run faster."""

    def now(self) -> datetime:
        """Product time, aware UTC."""

    def real_seconds_until(self, instant: datetime) -> float:
        """How long a real-time wait for this product instant is; zero or less when it has passed."""

    def wall(self) -> datetime:
        """Real time: for tokens, leases, presigned URLs and everything else outside the product's own time."""

    def pause(self, seconds: float) -> None:
        """Wait in real time."""


class Queue(Protocol):
    def send(self, body: str) -> None: ...


class Signer(Protocol):
    """Signatures by one secret, apart by purpose. They are made and aged in real time."""

    def sign(self, purpose: str, payload: dict[str, Any]) -> str: ...

    def stamp(self, purpose: str, value: str) -> str:
        """A short signature in lower-case letters and digits, for places that fold case and are short of room."""

    def is_stamp(self, purpose: str, value: str, stamp: str) -> bool:
        """Whether it was made here of that value, also by a key that signs no more."""

    def read(self, purpose: str, token: str, max_age: timedelta) -> tuple[dict[str, Any], datetime]:
        """The payload and when it was signed; SignInError when altered or older than `max_age`."""

    def seal(self, about: str, content: str) -> str:
        """Content that nobody else reads or alters, and that is good only for what it is about."""

    def unseal(self, about: str, sealed: str) -> str | None:
        """What was sealed; None when it was not sealed here, was altered, or is about something else."""


class Limit(Struct, frozen=True, kw_only=True):
    """A counter that may not pass `most` within its window, which ends after `window`. What is counted together
    has one key, and is told apart by name.
    """

    key: str
    most: int
    window: timedelta
    name: str = "used"


class Claim(StrEnum):
    """GRANTED: have the effect now. DONE: it was had. BUSY: another worker holds the lease and may be having it.
    REFUSED: it was tried a moment ago and cannot be had.
    """

    GRANTED = "granted"
    DONE = "done"
    BUSY = "busy"
    REFUSED = "refused"


class EffectLedger(Protocol):
    """Which effects of an entry were had. The key names the entry, the effect and for whom."""

    def claim(self, ticket_id: TicketId, key: str, lease: timedelta) -> Claim:
        """Claim an effect for the length of a lease; a lease that ran out without `done` can be claimed again."""

    def done(self, ticket_id: TicketId, key: str, made: str) -> None:
        """Record that it was had, and the id of what it made."""

    def refused(self, ticket_id: TicketId, key: str, lease: timedelta) -> None:
        """Record that it cannot be had: until the lease runs out nobody is granted it, unless somebody had it."""


class StoredPack(Struct, frozen=True, kw_only=True):
    month: str
    name: str
    at: datetime
    """When it was put there, in real time."""


class Packs(Protocol):
    """Where files of a projection are kept by month. None is ever changed under its name."""

    def get(self, month: str, name: str) -> bytes:
        """LookupError when it is gone."""

    def put(self, month: str, name: str, content: bytes) -> None: ...

    def stored(self, month: str = "") -> Iterator[StoredPack]:
        """What is there now, of a month or of all, by name."""

    def delete(self, month: str, name: str) -> None: ...
