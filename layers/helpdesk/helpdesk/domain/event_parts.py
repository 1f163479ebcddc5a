"""What facts about tickets are made of."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came with a message. `type` is what the sender said; what it really is, the stored object knows."""

    id: str
    name: str
    size: int = 0
    type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`words` are the fields that a person wrote: they stay in the entry and never go on the bus."""

    version: ClassVar[int] = 1
    words: ClassVar[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Personal:
    """What can be erased from an entry: words and names of people. No decision and no clock depends on it."""

    body: str | None = None
    author: str | None = None
    name: str | None = None
    email: str | None = None
