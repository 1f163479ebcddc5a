"""Mail, bus, timers, queues and files: what was handed over is kept for a test to look at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from typing import Final
from urllib.parse import quote

import msgspec

from helpdesk.adapters.s3 import real_type
from helpdesk.domain.envelopes import Envelope
from helpdesk.domain.errands import Errand
from helpdesk.domain.errors import AttachmentPendingError
from helpdesk.domain.vocabulary import TicketId
from helpdesk.ports import Mail, Upload

DEDUPLICATION: Final = timedelta(minutes=5)


class MemoryMailer:
    """See ports.Mailer."""

    def __init__(self) -> None:
        self.sent: list[Mail] = []

    def send(self, mail: Mail) -> str:
        self.sent.append(mail)
        return f"mail-{len(self.sent)}"


@dataclass(slots=True)
class MemoryBus:
    """See ports.Bus. Subscribers hear every envelope that is not refused, in order."""

    published: list[Envelope] = field(default_factory=list)
    subscribers: list[Callable[[Envelope], object]] = field(default_factory=list)
    refuses: Callable[[Envelope], bool] = lambda _: False

    def publish(self, envelopes: Sequence[Envelope]) -> Sequence[int]:
        refused = [position for position, envelope in enumerate(envelopes) if self.refuses(envelope)]
        for position, envelope in enumerate(envelopes):
            if position not in refused:
                self.published.append(envelope)
                for hear in self.subscribers:
                    hear(envelope)
        return refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """One timer that was started."""

    ticket_id: TicketId
    wake_at: datetime
    seconds: int


class MemoryTimers:
    """See ports.Timers. By name, in the order in which they were started."""

    def __init__(self) -> None:
        self.started: dict[str, Started] = {}

    def start(self, ticket_id: TicketId, wake_at: datetime, name: str, seconds: int) -> bool:
        timer = Started(ticket_id=ticket_id, wake_at=wake_at, seconds=seconds)
        return self.started.setdefault(name, timer) is timer


class MemoryAssignmentQueue:
    """See ports.AssignmentQueue."""

    def __init__(self, wall: Callable[[], datetime]) -> None:
        self._wall = wall
        self._lock = Lock()
        self._seen: dict[tuple[str, str], datetime] = {}
        self._teams: dict[str, list[str]] = {}

    def send(self, errand: Errand, deduplication: str) -> None:
        now, team = self._wall(), errand.team
        with self._lock:
            seen = self._seen.get((team, deduplication))
            if seen is None or now - seen >= DEDUPLICATION:
                self._seen[team, deduplication] = now
                self._teams.setdefault(team, []).append(msgspec.json.encode(errand).decode())

    def take(self) -> list[str]:
        """Everything that waits, team by team, each in the order in which it was sent."""
        with self._lock:
            bodies = [body for bodies in self._teams.values() for body in bodies]
            self._teams.clear()
        return bodies


class MemoryQueue:
    """See ports.Queue."""

    def __init__(self) -> None:
        self._bodies: list[str] = []

    def send(self, body: str) -> None:
        self._bodies.append(body)

    def take(self) -> list[str]:
        bodies, self._bodies = self._bodies, []
        return bodies


class MemoryFileStore:
    """See ports.FileStore."""

    def __init__(self) -> None:
        self.incoming: dict[str, bytes] = {}
        self.kept: dict[str, tuple[bytes, str]] = {}

    def offer_upload(self, session: str, upload_id: str, size: int) -> Upload:
        key = f"{session}-{upload_id}"
        return Upload(id=upload_id, url="memory://incoming", fields={"key": key, "most": str(size)})

    def post(self, upload: Upload, content: bytes) -> None:
        """Upload a file as a browser would; one of another size than was offered is refused."""
        if not 0 < len(content) <= int(upload.fields["most"]):
            raise ValueError("The upload has another size than was offered")
        self.incoming[upload.fields["key"]] = content

    def keep(self, upload_id: str) -> bool:
        if upload_id in self.incoming:
            content = self.incoming.pop(upload_id)
            self.kept[upload_id] = content, real_type(content)
        return upload_id in self.kept

    def link(self, upload_id: str, name: str, lifetime: timedelta) -> str:
        if upload_id not in self.kept:
            raise AttachmentPendingError("This file is still being checked. Please try again in a moment.")
        return f"memory://clean/{upload_id}?name={quote(name)}&seconds={lifetime.total_seconds():.0f}"
