"""Mail the local stack sent: one file per message, whole, as a recipient's server would have stored it."""

import secrets
import time
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from infra.local.settings import REGION

NEWEST: Final = 500
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

    def as_json(self) -> dict[str, Any]:
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
        # What was sent stays as it is, and whoever waits for a mail asks for all of them many times.
        self._told = lru_cache(maxsize=2 * NEWEST)(self._tell)

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
        names = (path.name for path in self._folder.iterdir()) if self._folder.is_dir() else ()
        return sorted((name.removesuffix(".eml") for name in names if _is_kept(name)), reverse=True)

    def raw(self, mail_id: str) -> bytes | None:
        name = f"{mail_id}.eml"
        if Path(name).name != name or not _is_kept(name):
            return None
        try:
            return (self._folder / name).read_bytes()
        except (OSError, ValueError):
            return None

    def get(self, mail_id: str) -> Mail | None:
        raw = self.raw(mail_id)
        if raw is None:
            return None
        return Mail(id=mail_id, message=BytesParser(policy=policy.default).parsebytes(raw))

    def newest(self) -> list[Mail]:
        return [mail for mail_id in self.ids()[:NEWEST] if (mail := self.get(mail_id))]

    def told(self, to: str | None = None) -> list[dict[str, Any]]:
        """The newest in JSON; those to an address when one is named."""
        told = (self._told(mail_id) for mail_id in self.ids()[:NEWEST])
        return [mail for mail in told if mail is not None and (to is None or to in mail["to"])]

    def _tell(self, mail_id: str) -> dict[str, Any] | None:
        mail = self.get(mail_id)
        return mail.as_json() if mail else None


def _is_kept(name: str) -> bool:
    return name.endswith(".eml") and not name.startswith(".")


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
