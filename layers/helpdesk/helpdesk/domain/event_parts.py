"""What facts about tickets are made of."""

from typing import ClassVar

from msgspec import Struct

from helpdesk.domain.vocabulary import Scale


class Attachment(Struct, frozen=True, kw_only=True):
    """A file that came with a message. `type` is what the sender said; what it really is, the stored object knows."""

    id: str
    name: str
    size: int = 0
    type: str = "application/octet-stream"


class AffectedAsset(Struct, frozen=True, kw_only=True):
    """An asset as it was when the ticket named it. `impact` is the least that it asked for."""

    id: str
    type: str
    name: str
    impact: Scale | None = None


class Event(Struct, frozen=True, kw_only=True):
    """`words` are the fields that a person wrote: they stay in the entry and never go on the bus."""

    version: ClassVar[int] = 1
    words: ClassVar[frozenset[str]] = frozenset()


class Personal(Struct, frozen=True, kw_only=True):
    """What can be erased from an entry: words and names of people. No decision and no clock depends on it."""

    body: str | None = None
    author: str | None = None
    name: str | None = None
    email: str | None = None
