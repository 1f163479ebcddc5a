"""What facts about tickets are made of."""

from typing import ClassVar

from msgspec import Struct

from helpdesk.core.record.answers import Answers


class Event(Struct, frozen=True, kw_only=True):
    version: ClassVar[int] = 1
    words: ClassVar[frozenset[str]] = frozenset()
    """The fields that a person wrote: they stay in the entry and never go on the bus."""

    @property
    def is_public(self) -> bool:
        """Whether the requester may see it. An allow list: a new kind of event is internal until it says otherwise."""
        return False


class Postal(Struct, frozen=True, kw_only=True):
    """How a mail is addressed: its subject, who wrote it, and to whom it goes."""

    subject: str = ""
    sender: str = ""
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()


class Personal(Struct, frozen=True, kw_only=True):
    """What can be erased from an entry: words and names of people. No decision and no clock depends on it."""

    body: str | None = None
    html: str | None = None
    """The body with its formatting, where it has some; only ever what was cleaned."""
    author: str | None = None
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    noted_by: str | None = None
    """By name: who of the staff wrote down the words of the author."""
    answers: Answers | None = None
    """To the questions of the topic it was sent by."""
    postal: Postal | None = None
    """Of a mail to people outside, or from them."""
    blind: tuple[str, ...] | None = None
    """Addresses that got the message without anybody else learning of it: for staff alone."""
