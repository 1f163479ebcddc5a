"""Header fields: found in whatever stands at the beginning of a part, and read as they were meant."""

import re
from collections.abc import Iterator
from email.message import Message
from typing import Final

from msgspec import Struct

from helpdesk.channels.mail.rules.limits import Bound, UnparsableError
from helpdesk.channels.mail.rules.mime import charsets, transfer

_FIELD: Final = re.compile(rb"([!-9;-~\x80-\xff]{1,200})[ \t]*:")
# Only before fields that everybody writes is a line that is no header taken for one that was wrapped.
_KNOWN: Final = re.compile(
    rb"(?:from|to|cc|subject|date|sender|reply-to|return-path|received|message-id|in-reply-to|references|mime-version"
    rb"|content-[a-z-]+|list-[a-z-]+|x-[a-z0-9-]+|dkim-signature|user-agent|organization|precedence)[ \t]*:",
    re.IGNORECASE,
)
_MORE: Final = re.compile(rb"(?:[ \t]+[^\s][^\n]{0,1000}\n){1,20}")
_WORD: Final = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?((?:[^?]|\?(?!=)){0,1500})\?=")
_BETWEEN: Final = re.compile(r"[ \t\r\n]*\Z")
_SPACE: Final = re.compile(r"\s+")
_PARAMETERS: Final = 16 * 1024
_NAMES: Final = re.compile(r"(?:file)?name\s*=\s*(?:\"([^\"]{1,1000})\"|([^;\"\r\n]{1,1000}))", re.IGNORECASE)


class Headers(Struct, frozen=True):
    """`fields` have their names in small letters and their values as bytes, in the order of the mail."""

    fields: tuple[tuple[str, bytes], ...] = ()

    def all(self, name: str) -> Iterator[bytes]:
        return (value for field, value in self.fields if field == name)

    def raw(self, name: str) -> bytes:
        """The first that says something."""
        return next((value for value in self.all(name) if value.strip()), b"")

    def text(self, name: str, most: int = 20_000) -> str:
        return readable(self.raw(name)[:most])

    def has(self, name: str) -> bool:
        return any(field == name for field, _ in self.fields)


def read(raw: bytes, start: int, end: int, most: int) -> tuple[Headers, int, int]:
    """The headers that begin there, where the body begins, and how many bytes of headers that was."""
    fields: list[tuple[str, list[bytes]]] = []
    at, goes_on = start, True
    while goes_on and at < end and at - start <= most:
        line, after = _line(raw, at, min(end, start + most + 1))
        if line.strip():
            goes_on = _takes(fields, line, is_wrapped=_continues(raw, after))
            at = after if goes_on else at  # or else the text begins without an empty line before it
        else:
            at, goes_on = after, bool(line) and _continues(raw, after, past_more=True)
    if at - start > most:
        raise UnparsableError(Bound.HEADERS)
    return Headers(tuple((name, b"\n".join(lines).strip()) for name, lines in fields)), at, at - start


def _takes(fields: list[tuple[str, list[bytes]]], line: bytes, *, is_wrapped: bool) -> bool:
    """Whether it is a line of a header."""
    if line[:1] not in b" \t" and (field := _FIELD.match(line)):
        fields.append((field[1].decode("latin-1").lower(), [line[field.end() :]]))
        return True
    is_more = bool(fields and line[:1] in b" \t") or is_wrapped
    if is_more and fields:
        fields[-1][1].append(line)
    return is_more


def _line(raw: bytes, at: int, end: int) -> tuple[bytes, int]:
    found = raw.find(b"\n", at, end)
    after = end if found < 0 else found + 1
    return raw[at:after].rstrip(b"\r\n"), after


def _continues(raw: bytes, at: int, *, past_more: bool = False) -> bool:
    more = _MORE.match(raw, at) if past_more else None
    return _KNOWN.match(raw, more.end() if more else at) is not None


def readable(value: bytes, declared: str = "") -> str:
    """A value in letters: encoded words read, raw bytes guessed, white space as one space."""
    plain = charsets.decoded(value, declared)
    # A raw line in other letters has no encoded words that a program wrote.
    return folded(words(plain))


def folded(text: str) -> str:
    return _SPACE.sub(" ", charsets.cleaned(text)).strip()


def words(text: str) -> str:
    """With its encoded words read (RFC 2047), also where one sign was split between two of them."""
    out: list[str] = []
    run: list[bytes] = []
    charset, since = "", 0
    for word in _WORD.finditer(text):
        between = text[since : word.start()]
        data = _content(word[2], word[3])
        name = word[1].partition("*")[0].lower()
        apart = not (run or out) or _BETWEEN.match(between) is None
        if run and (apart or name != charset):
            out.append(charsets.decoded(b"".join(run), charset))
            run = []
        if apart:
            out.append(between)
        run.append(data)
        charset, since = name, word.end()
    if run:
        out.append(charsets.decoded(b"".join(run), charset))
    return "".join([*out, text[since:]])


def _content(encoding: str, content: str) -> bytes:
    data = content.encode("latin-1", "replace")
    if encoding in "bB":
        return transfer.base64(data)
    return transfer.decoded(data.replace(b"_", b"=20").replace(b"\n", b""), "quoted-printable")


class Parameters(Struct, frozen=True):
    """A value such as `text/plain; charset=utf-8`."""

    value: str
    named: dict[str, str] = {}

    def get(self, name: str) -> str:
        return self.named.get(name, "")


def parameters(raw: bytes) -> Parameters:
    """Also split ones (RFC 2231), and names that stand there as no standard allows."""
    text = charsets.cleaned(charsets.decoded(raw[:_PARAMETERS])).replace("\n", " ")
    value = text.partition(";")[0].strip().lower()
    message = Message()
    message["x"] = text
    try:
        found = message.get_params([], "x")
    except (ValueError, LookupError, IndexError, TypeError):
        found = []
    named = {name.lower(): _named(_plain(content)) for name, content in reversed(found[1:])}
    loose = _NAMES.search(text)
    if loose and not {"name", "filename"} & named.keys():
        named["name"] = _named(loose[1] or loose[2])
    return Parameters(value.partition(" ")[0], named)


def _named(content: str) -> str:
    """Line breaks within an encoded name come from programs that wrapped it first."""
    return folded(re.sub(r"[\r\n]+", "", words(content)))


def _plain(content: str | tuple[str | None, str | None, str]) -> str:
    if isinstance(content, str):
        return content
    charset, _, text = content
    return charsets.decoded(text.encode("latin-1", "replace"), charset or "")
