"""Which way text runs: what people wrote never turns around what stands beside it."""

import re
import unicodedata
from typing import Final

_EMBEDDINGS: Final = "\u202a-\u202e\u2066-\u2069"
"""They turn all that follows, until something ends them."""

_SINGLE_MARKS: Final = "\u061c\u200e\u200f"

_MARKS: Final = re.compile(f"[{_EMBEDDINGS}{_SINGLE_MARKS}]")

_TURNING: Final = re.compile(f"[{_EMBEDDINGS}]")

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})

_ISOLATE: Final = "\u2068"

_END: Final = "\u2069"


def unmarked(text: str) -> str:
    """Without marks of direction. In a name they only serve to show it as another: `fdp.exe` as `exe.pdf`."""
    return _MARKS.sub("", text)


def isolated(text: str) -> str:
    """A piece of a line of plain text, kept from turning its neighbours; what runs left to right stays as it is."""
    if not (_MARKS.search(text) or any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)):
        return text
    return f"{_ISOLATE}{_TURNING.sub('', text)}{_END}"
