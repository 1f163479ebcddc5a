"""When one can chat."""

from typing import Final

import msgspec
from msgspec import Struct

from helpdesk.foundation.settings.documents import Document, File


class ChatTerms(Struct, frozen=True, kw_only=True):
    chat: bool
    """Whether there is a chat at all."""
    chat_calendar: str
    """By whose hours somebody is there to answer."""


def _parsed(written: File) -> ChatTerms:
    return msgspec.convert(written, ChatTerms)


CHAT: Final = Document(bundle="desk", first={"chat": True, "chat_calendar": "office-berlin"}, parse=_parsed)
