"""Files, and which of them came with a message."""

from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import quote

from helpdesk.capabilities.attachments.ports import Upload
from helpdesk.capabilities.attachments.rules.real_type import real_type
from helpdesk.capabilities.attachments.rules.refusals import AttachmentPendingError
from helpdesk.capabilities.attachments.rules.uploads import named_by
from helpdesk.core.tickets.rules.change import Change
from helpdesk.foundation.platform.memory.table import MemoryTable


@dataclass(slots=True)
class UploadRows:
    used: set[str] = field(default_factory=set)


def check_uploads(table: MemoryTable, change: Change) -> None:
    used = table.rows(UploadRows).used
    for upload_id, refusal in named_by(change).items():
        if upload_id in used:
            raise refusal


def use_uploads(table: MemoryTable, change: Change) -> None:
    table.rows(UploadRows).used.update(named_by(change))


class MemoryFileStore:
    """See ports.FileStore."""

    def __init__(self) -> None:
        self.incoming: dict[str, bytes] = {}
        self.kept: dict[str, tuple[bytes, str]] = {}

    def offer_upload(self, session: str, upload_id: str, size: int, *, begun: bool = False) -> Upload:  # noqa: ARG002
        key = f"{session}-{upload_id}"
        return Upload(id=upload_id, url="memory://incoming", fields={"key": key, "most": str(size)})

    def post(self, upload: Upload, content: bytes) -> None:
        """Upload a file as a browser would; one of another size than was offered is refused."""
        if not 0 < len(content) <= int(upload.fields["most"]):
            raise ValueError("The upload has another size than was offered")
        self.incoming[upload.fields["key"]] = content

    def bring(self, upload_id: str, content: bytes) -> None:
        self.incoming[upload_id] = content

    def keep(self, upload_id: str) -> bool:
        content = self.incoming.pop(upload_id, None)
        if content is not None:
            self.kept.setdefault(upload_id, (content, real_type(content)))
        return upload_id in self.kept

    def pass_on(self, upload_id: str, new_id: str) -> bool:
        if upload_id not in self.incoming:
            return False
        self.incoming[new_id] = self.incoming[upload_id]
        return True

    def content(self, upload_id: str) -> tuple[bytes, str] | None:
        return self.kept.get(upload_id)

    def link(self, upload_id: str, name: str, lifetime: timedelta) -> str:
        if upload_id not in self.kept:
            raise AttachmentPendingError("This file is still being checked. Please try again in a moment.")
        return f"memory://clean/{upload_id}?name={quote(name)}&seconds={lifetime.total_seconds():.0f}"
