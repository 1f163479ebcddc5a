"""What facts about tickets are made of."""

from typing import ClassVar

from msgspec import Struct


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
