"""Lists of addresses as they are really written."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.channels.mail.rules.limits import Bound, UnparsableError
from helpdesk.channels.mail.rules.mail import Address
from helpdesk.channels.mail.rules.mime import charsets, headers
from helpdesk.foundation.kernel import addresses as kernel

_TOKEN: Final = re.compile(
    r"(?P<encoded>=\?[^?\s]{1,60}\?[bBqQ]\?[^?]{0,1000}\?=)"
    r'|"(?P<quoted>(?:[^"\\]|\\.){0,1000})"'
    r"|<(?P<angle>[^<>]{0,1000})>"
    r"|(?P<sign>[,;:()])"
    r'|(?P<words>[^",;:()<>=\\]+|\\.|.)',
    re.DOTALL,
)
_BARE: Final = re.compile(r"[^\s@<>,;:()\[\]\"']{1,64}@[^\s@<>,;:()\"']{1,255}")
_COMMENT: Final = re.compile(r"\([^()]{0,1000}\)")
_LOOSE_DOTS: Final = re.compile(r"\s*([.@])\s*")
_LONGEST: Final = 1_000
_DEEPEST: Final = 20


def addresses(raw: bytes, most: int) -> tuple[Address, ...]:
    """All of a list, groups laid open. What is no address keeps its words as a name."""
    found: list[Address] = []
    for address in _listed(charsets.cleaned(charsets.decoded(raw)).replace("\n", " ")):
        found.append(address)
        if len(found) > most:
            raise UnparsableError(Bound.RECIPIENTS)
    return tuple(found)


class _Entry:
    """An address of the list while its signs are read."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.comment: list[str] = []
        self.depth = 0

    def takes(self, token: re.Match[str]) -> bool:
        """Whether it belongs to it: what stands in a comment does, whatever it is."""
        sign = token["sign"] or ""
        if sign == "(":
            self.depth = min(self.depth + 1, _DEEPEST)
        elif sign == ")":
            self.depth = max(self.depth - 1, 0)
        elif self.depth:
            self.comment.append(token[0])
        elif sign:
            return False
        else:
            self.words.append(token[0] if token["quoted"] is None else re.sub(r"\\(.)", r"\1", token["quoted"]))
        return True

    def made(self, angle: str | None = None) -> Iterator[Address]:
        words, comment = _name("".join(self.words)), _name("".join(self.comment))
        if angle is not None and (address := _address(angle)):
            yield Address(address, words or comment)
        elif found := list(_BARE.finditer(_LOOSE_DOTS.sub(r"\1", words))) if "@" in words else []:
            rest = words.replace(found[0][0], "").strip(" '\"") if len(found) == 1 else ""
            yield from (Address(kernel.folded(match[0]), rest or comment) for match in found)
        elif words or comment:
            yield Address(None, words or comment)


def _listed(text: str) -> Iterator[Address]:
    entry = _Entry()
    for token in _TOKEN.finditer(text):
        if token["angle"] is not None and not entry.depth:
            yield from entry.made(token["angle"])
        elif entry.takes(token):
            continue
        elif token["sign"] != ":":  # before a colon stands the name of a group
            yield from entry.made()
        entry = _Entry()
    yield from entry.made()


def _address(angle: str) -> str | None:
    """What stands in angle brackets, without the route that some old programs write before it."""
    text = _LOOSE_DOTS.sub(r"\1", _COMMENT.sub("", angle)).rpartition(":")[2].strip()
    local, at, domain = text.rpartition("@")
    if at and local and domain and len(text.split()) == 1:
        return kernel.folded(text)
    found = _BARE.search(text)
    return kernel.folded(found[0]) if found else None


def _name(written: str) -> str:
    return headers.folded(headers.words(written[:_LONGEST])).strip(" '\"")
