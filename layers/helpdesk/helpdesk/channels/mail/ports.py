"""Ports of mail in: bytes as they came, what became of them, and the line they wait in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.channels.mail.rules.arrival import Arrival
    from helpdesk.channels.mail.rules.register import Earlier, Outcome, Taken


class RawMails(Protocol):
    def read(self, key: str) -> bytes:
        """The mail as it came, under the headers of the mail service; NotFoundError."""

    def link(self, key: str, name: str, lifetime: timedelta) -> str:
        """A download address for a while; NotFoundError when it is kept no more."""


class TakenIn(Struct, frozen=True, kw_only=True):
    """What is written of a mail, alone or along with the change of a ticket that it made. `before` is what stood there.

    Of `content` no other comes in again.
    """

    taken: Taken
    before: Taken | None = None
    content: str | None = None


class MailPage(Struct, frozen=True, kw_only=True):
    items: tuple[Taken, ...]
    """Shortened, the newest first."""
    cursor: str | None


class MailRegister(Protocol):
    def get(self, mail_id: str) -> Taken | None: ...

    def put(self, what: TakenIn) -> None:
        """ConflictError when it is no more what it was `before`."""

    def earlier(self, content: str) -> Earlier | None:
        """What came in of the same content."""

    def page(self, outcome: Outcome | None, cursor: str | None, limit: int) -> MailPage:
        """The newest: one query, or one for each outcome there is."""

    def count(self, outcome: Outcome, most: int) -> int:
        """How many there are of it, or so many: one request."""


class Arrivals(Protocol):
    def send(self, arrival: Arrival) -> None:
        """Let it wait to be read. The same arrival sent twice within minutes is read once."""


class MailPorts(Struct, frozen=True, kw_only=True):
    raw: RawMails
    register: MailRegister
    arrivals: Arrivals
