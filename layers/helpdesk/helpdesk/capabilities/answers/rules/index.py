"""What is known of articles to find them: their passages, as terms and as meanings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.knowledge.rules.visibility import Visibility

FORMAT: Final = 1
"""Of the file: what was written in another one is made anew."""

WHOLE: Final = "whole"
"""All articles are in one file: they are thousands, not millions."""


class Passage(Struct, frozen=True, array_like=True):
    """`meaning` is a vector in bytes, empty where nobody could say what it means."""

    text: str
    terms: tuple[str, ...]
    meaning: bytes = b""


class Text(Struct, frozen=True, array_like=True):
    """A version that is shown in a language. One that says nothing has its title as its one passage."""

    version: int
    title: Passage
    passages: tuple[Passage, ...]


class Entry(Struct, frozen=True, array_like=True):
    """An article, as it was when it had this revision."""

    revision: int
    visibility: Visibility
    texts: Mapping[str, Text]


class Index(Struct, frozen=True, array_like=True):
    """By the ids of articles."""

    entries: Mapping[str, Entry] = {}
