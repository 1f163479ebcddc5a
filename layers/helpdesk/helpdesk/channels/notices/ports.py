from __future__ import annotations

from typing import Protocol

from msgspec import Struct


class Mail(Struct, frozen=True, kw_only=True):
    """One mail to one person. `references` and `reply_to` carry the thread's signed token; SES sets the Message-ID.

    `html` says the same as `text`, with the formatting of what somebody wrote. `automatic` is mail that no person
    wrote: it says so, and no machine should answer it.
    """

    to: str
    to_name: str
    subject: str
    text: str
    html: str
    reply_to: str
    references: str
    language: str
    automatic: bool = True


class Mailer(Protocol):
    def send(self, mail: Mail) -> str:
        """Hand over to the mail service; its message id. MailRefusedError for what it will never take."""
