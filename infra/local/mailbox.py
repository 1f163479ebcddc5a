"""Mail the local stack sent: one file per message, whole, as a recipient's server would have stored it."""

import secrets
import time
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Final

from infra.local.settings import REGION

# SES sets its own id and hides blind copies; a receiving server adds the other two.
REPLACED: Final = (b"message-id:", b"bcc:", b"return-path:", b"delivered-to:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    id: str
    message: EmailMessage

    @property
    def text(self) -> str:
        body = self.message.get_body(("plain", "html"))
        return str(body.get_content()) if body else ""

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "from": self.message["From"] or "",
            "to": [address for name, address in self.message.items() if name == "Delivered-To"],
            "subject": str(self.message["Subject"] or "").strip(),
            "message_id": self.message["Message-ID"] or "",
            "headers": [[name, str(value)] for name, value in self.message.items()],
            "text": self.text,
        }


class Mailbox:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, raw: bytes, *, sender: str, recipients: list[str]) -> str:
        """Store one message; the id is the one SES would answer, and part of the Message-ID it would set."""
        mail_id = f"0107{int(time.time() * 1000):012x}-{secrets.token_hex(16)}-000000"
        added = [f"Return-Path: <{sender}>", *(f"Delivered-To: {address}" for address in recipients)]
        added.append(f"Message-ID: <{mail_id}@{REGION}.amazonses.com>")
        head = "".join(f"{line}\r\n" for line in added).encode()
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = self._folder / f".{mail_id}"
        draft.write_bytes(head + without(REPLACED, raw))
        draft.rename(self._folder / f"{mail_id}.eml")
        return mail_id

    def ids(self) -> list[str]:
        """Newest first."""
        return sorted((path.stem for path in self._folder.glob("*.eml")), reverse=True)

    def raw(self, mail_id: str) -> bytes | None:
        if mail_id not in self.ids():
            return None
        return (self._folder / f"{mail_id}.eml").read_bytes()

    def get(self, mail_id: str) -> Mail | None:
        raw = self.raw(mail_id)
        if raw is None:
            return None
        return Mail(id=mail_id, message=BytesParser(policy=policy.default).parsebytes(raw))

    def list(self, limit: int = 500) -> list[Mail]:
        return [mail for mail_id in self.ids()[:limit] if (mail := self.get(mail_id))]


def without(names: tuple[bytes, ...], raw: bytes) -> bytes:
    """The message without these header fields; every other byte stays as it was sent."""
    kept: list[bytes] = []
    lines = raw.splitlines(keepends=True)
    dropping = False
    for number, line in enumerate(lines):
        if not line.strip():
            return b"".join([*kept, *lines[number:]])
        if line[:1] not in b" \t":
            dropping = line.lower().startswith(names)
        if not dropping:
            kept.append(line)
    return b"".join(kept)
