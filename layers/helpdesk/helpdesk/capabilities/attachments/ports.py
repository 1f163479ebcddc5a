from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from msgspec import Struct


class Upload(Struct, frozen=True, kw_only=True):
    """Where and how a browser may post one file: form fields first, then the file."""

    id: str
    url: str
    fields: dict[str, str]


class FileStore(Protocol):
    def offer_upload(self, session: str, upload_id: str, size: int, *, begun: bool = False) -> Upload:
        """A place for a file, gone after a day unless it is kept; if it is `begun`, it stays as long as drafts do."""

    def bring(self, upload_id: str, content: bytes) -> None:
        """Put a file where one posted by a browser would lie; again, if it lies there."""

    def keep(self, upload_id: str) -> bool:
        """Move an uploaded file to where it can be downloaded, under the type it really has; False if there is none.

        What is kept stays as it is: another file posted by the same form later is let go.
        """

    def pass_on(self, upload_id: str, new_id: str) -> bool:
        """Let one that waits for a draft wait under another id as well; False if there is none."""

    def content(self, upload_id: str) -> tuple[bytes, str] | None:
        """A kept file, and the type it really has; None while it is not kept."""

    def link(self, upload_id: str, name: str, lifetime: timedelta) -> str:
        """A download address for a while; AttachmentPendingError while the file is not kept yet."""
