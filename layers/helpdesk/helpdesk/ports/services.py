"""Ports to services: time, mail, timers, the bus, queues, files, signatures and open browsers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.domain.envelopes import Envelope
    from helpdesk.domain.errands import Errand
    from helpdesk.domain.people import Actor
    from helpdesk.domain.vocabulary import TicketId


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


class Mail(Struct, frozen=True, kw_only=True):
    """One mail to one person. `references` and `reply_to` carry the thread's signed token; SES sets the Message-ID.

    `automatic` is mail that no person wrote: it says so, and no machine should answer it.
    """

    to: str
    to_name: str
    subject: str
    text: str
    reply_to: str
    references: str
    language: str
    automatic: bool = True


class Mailer(Protocol):
    def send(self, mail: Mail) -> str:
        """Hand over to the mail service; its message id."""


class TextLanguage(Protocol):
    def of(self, text: str) -> str | None:
        """The language of a text by its code of two letters; None where it is short, mixed or in doubt."""


class Timers(Protocol):
    def start(self, ticket_id: TicketId, wake_at: datetime, name: str, seconds: int) -> bool:
        """Start a timer that rings after `seconds`; False when one of this name was started before."""


class Bus(Protocol):
    def publish(self, envelopes: Sequence[Envelope]) -> Sequence[int]:
        """Put facts on the bus; the positions of those refused. Raises nothing for one bad envelope."""


class AssignmentQueue(Protocol):
    def send(self, errand: Errand, deduplication: str) -> None:
        """Add it behind those of its team; one sent to the team before under the same `deduplication` is dropped."""


class Queue(Protocol):
    def send(self, body: str) -> None: ...


class Upload(Struct, frozen=True, kw_only=True):
    """Where and how a browser may post one file: form fields first, then the file."""

    id: str
    url: str
    fields: dict[str, str]


class FileStore(Protocol):
    def offer_upload(self, session: str, upload_id: str, size: int) -> Upload: ...

    def keep(self, upload_id: str) -> bool:
        """Move an uploaded file to where it can be downloaded, under the type it really has; False if there is none."""

    def link(self, upload_id: str, name: str, lifetime: timedelta) -> str:
        """A download address for a while; AttachmentPendingError while the file is not kept yet."""


class Signer(Protocol):
    """Signatures by one secret, apart by purpose. They are made and aged in real time."""

    def sign(self, purpose: str, payload: dict[str, Any]) -> str: ...

    def stamp(self, purpose: str, value: str) -> str:
        """A short signature in lower-case letters and digits, for places that fold case and are short of room."""

    def read(self, purpose: str, token: str, max_age: timedelta) -> tuple[dict[str, Any], datetime]:
        """The payload and when it was signed; SignInError when altered or older than `max_age`."""


class Watcher(Struct, frozen=True, kw_only=True):
    """An open browser that watches a topic; staff see internal facts too."""

    connection_id: str
    staff: bool


class LiveBoard(Protocol):
    """Open browsers and what they watch. Everything here is gone after the two hours a connection can last."""

    def issue(self, secret: str, actor: Actor, lifetime: timedelta) -> None:
        """Keep a one-use admission."""

    def admit(self, secret: str, connection_id: str) -> Actor | None:
        """Use an admission up and open the connection; None when it is unknown, used or too old."""

    def arrive(self, person: str, connection_id: str) -> bool:
        """Note a connection as somebody's; whether it is the only one they have."""

    def depart(self, person: str, connection_id: str) -> bool:
        """Take a connection from somebody; whether it was the last one they had."""

    def actor(self, connection_id: str) -> Actor | None: ...

    def watch(self, connection_id: str, topics: Sequence[str], *, staff: bool) -> None: ...

    def unwatch(self, connection_id: str, topics: Sequence[str]) -> None: ...

    def leave(self, connection_id: str) -> Actor | None:
        """The connection is closed; whose it was, None when that was known before."""

    def forget(self, connection_id: str, topics: Sequence[str]) -> None:
        """A browser that watches these topics is gone. That its connection closed is told by itself."""

    def watchers(self, topic: str) -> Sequence[Watcher]: ...


class Browsers(Protocol):
    def push(self, connection_id: str, message: dict[str, Any]) -> bool:
        """Send to one open browser; False when it is gone."""
