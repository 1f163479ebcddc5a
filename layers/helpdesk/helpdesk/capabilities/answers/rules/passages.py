"""What stands in a text, in pieces that can be shown as an answer: a paragraph or a few short ones below a heading."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from msgspec import Struct

ENOUGH: Final = 240
"""Signs; a piece that has so many is not gone on with."""

LONGEST: Final = 600

MOST: Final = 40
"""Of one text."""

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_BLOCKS: Final = _HEADINGS | {"p", "li", "ul", "ol", "pre", "blockquote", "div", "table", "tr", "td", "th", "br", "hr"}


class Piece(Struct, frozen=True):
    heading: str
    text: str


def pieces(html: str) -> list[Piece]:
    """In the order in which they are read."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.begin("")
    found: list[Piece] = []
    heading, said = "", ""
    for tag, text in reader.blocks:
        if tag in _HEADINGS:
            found, said = _with(found, heading, said), ""
            heading = text
            continue
        said = f"{said} {text}".strip()
        if len(said) >= ENOUGH:
            found, said = _with(found, heading, said), ""
    return _with(found, heading, said)[:MOST]


def _with(found: list[Piece], heading: str, said: str) -> list[Piece]:
    return [*found, Piece(heading, _cut(said))] if said else found


def _cut(text: str) -> str:
    """Between words."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]} …"


class _Reader(HTMLParser):
    """Blocks with their words, in order; what stands in none is a block as well."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, str]] = []
        self._tag = ""
        self._words: list[str] = []

    def begin(self, tag: str) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            self.blocks.append((self._tag, text))
        self._tag, self._words = tag, []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in _BLOCKS:
            self.begin(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.begin("")

    def handle_data(self, data: str) -> None:
        self._words.append(data)
