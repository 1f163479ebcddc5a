"""A mail taken apart, in time that grows with its length alone, however its parts are nested or torn."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from helpdesk.channels.mail.rules.limits import Bound, Limits, UnparsableError
from helpdesk.channels.mail.rules.mime import headers, transfer
from helpdesk.channels.mail.rules.mime.headers import Headers, Parameters

_TYPE: Final = re.compile(r"[a-z0-9!#$&^_.+*-]+/[a-z0-9!#$&^_.+*-]+\Z")
_FIRST_LINES: Final = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*(?:>?From [^\r\n]*\r?\n)?")
# A boundary that nobody declared: two dashes and a word before a field of a part.
_GUESSED: Final = re.compile(rb"^--([^\s]{1,200})[ \t]*\r?\nContent-", re.MULTILINE | re.IGNORECASE)
_GUESSED_WITHIN: Final = 64 * 1024
_MISSES: Final = 50_000
_LINE_REST: Final = re.compile(rb"[ \t]*(--[ \t-]*)?[ \t]*(?:\r?\n|\Z)")
MAILS: Final = {"message/rfc822", "message/global", "message/news"}
PACKED: Final = {"base64", "quoted-printable"}


class Part(Struct, eq=False):
    """`body` is as it travelled; of what has parts, what stands before and between them too."""

    headers: Headers
    type: Parameters
    disposition: Parameters
    kind: str
    encoding: str
    depth: int
    start: int
    raw: bytes
    end: int = -1
    parts: list["Part"] = []

    @property
    def body(self) -> bytes:
        end = self.end
        if self.raw[end - 1 : end] == b"\n" and end < len(self.raw):  # it belongs to the line of the boundary
            end -= 2 if self.raw[end - 2 : end] == b"\r\n" else 1
        return self.raw[self.start : max(end, self.start)]

    @property
    def content(self) -> bytes:
        return transfer.decoded(self.body, self.encoding)

    @property
    def is_multipart(self) -> bool:
        return self.kind.startswith("multipart/")

    @property
    def is_attached(self) -> bool:
        return self.disposition.value == "attachment"

    @property
    def name(self) -> str:
        return self.disposition.get("filename") or self.type.get("name") or self.disposition.get("name")

    def walk(self) -> Iterator["Part"]:
        waiting = [self]
        while waiting:
            part = waiting.pop()
            yield part
            waiting.extend(reversed(part.parts))


class _Open(Struct, eq=False):
    """A part with a boundary, and where the next one of its lines stands: it is looked up once."""

    part: Part
    line: bytes
    next: int = -1
    after: int = -1
    is_last: bool = False


class _Used(Struct):
    """What a mail and those within it have taken of its bounds."""

    parts: int = 0
    headers: int = 0
    misses: int = 0


def tree(raw: bytes, limits: Limits) -> Part:
    if len(raw) > limits.size:
        raise UnparsableError(Bound.SIZE)
    data = raw if b"\n" in raw else raw.replace(b"\r", b"\n")
    first = _FIRST_LINES.match(data)
    return _Reader(data, limits, _Used(), 0).read(first.end() if first else 0)


class _Reader:
    def __init__(self, raw: bytes, limits: Limits, used: _Used, depth: int) -> None:
        self._raw = raw
        self._limits = limits
        self._used = used
        self._depth = depth
        self._open: list[_Open] = []
        self._unended: list[tuple[int, Part]] = []
        self._packed: list[Part] = []

    def read(self, start: int) -> Part:
        root = self._begun(start, None)
        at = root.start
        while found := self._next_line(at):
            level = self._open.index(found)
            self._end(level, found.next)
            at, owner = found.after, found.part
            if found.is_last:
                self._open.pop()
            else:
                at = self._begun(at, owner).start
        self._end(-1, len(self._raw))
        for part in self._packed:
            part.parts = [_Reader(part.content, self._limits, self._used, part.depth + 1).read(0)]
        return root

    def _begun(self, at: int, owner: Part | None) -> Part:
        """The part that begins there; of a mail within it, what that begins with too."""
        outermost = part = self._part(at, owner)
        while part.kind in MAILS:
            if part.encoding in PACKED:
                self._packed.append(part)
                break
            part = self._part(part.start, part)
        if part.is_multipart and (boundary := part.type.get("boundary") or self._guess(part.start)):
            self._open.append(_Open(part, b"--" + boundary.encode("latin-1", "replace")))
        return outermost

    def _part(self, at: int, owner: Part | None) -> Part:
        depth = owner.depth + 1 if owner else self._depth
        if depth > self._limits.depth:
            raise UnparsableError(Bound.DEPTH)
        self._used.parts += 1
        if self._used.parts > self._limits.parts:
            raise UnparsableError(Bound.PARTS)
        line = self._next_line(at)
        fields, start, size = headers.read(
            self._raw, at, line.next if line else len(self._raw), self._limits.headers - self._used.headers
        )
        self._used.headers += size
        part = _made(fields, depth, start, self._raw, in_digest=owner is not None and owner.kind == "multipart/digest")
        self._unended.append((len(self._open), part))
        if owner:
            owner.parts.append(part)
        return part

    def _guess(self, at: int) -> str:
        found = _GUESSED.search(self._raw, at, at + _GUESSED_WITHIN)
        return found[1].decode("latin-1") if found else ""

    def _end(self, level: int, at: int) -> None:
        """All that stands within a boundary ends before its line; what is open within it is no longer."""
        while self._unended and self._unended[-1][0] > level:
            self._unended.pop()[1].end = at
        del self._open[level + 1 :]

    def _next_line(self, at: int) -> _Open | None:
        """The boundary whose line comes next; the longest of those that could be meant, and of alike ones the outer."""
        best: _Open | None = None
        for each in self._open:
            if each.next < at:
                self._look_up(each, at)
            if each.next < len(self._raw) and (
                best is None or (each.next, -len(each.line)) < (best.next, -len(best.line))
            ):
                best = each
        return best

    def _look_up(self, each: _Open, at: int) -> None:
        raw, since = self._raw, max(at - 1, 0)
        while (found := raw.find(b"\n" + each.line, since)) >= 0:
            since = found + 1 + len(each.line)
            if rest := _LINE_REST.match(raw, since):
                each.next, each.after, each.is_last = found + 1, rest.end(), rest[1] is not None
                return
            self._used.misses += 1
            if self._used.misses > _MISSES:
                raise UnparsableError(Bound.PARTS)
        each.next = len(raw)


def _made(fields: Headers, depth: int, start: int, raw: bytes, *, in_digest: bool) -> Part:
    declared = headers.parameters(fields.raw("content-type"))
    disposition = headers.parameters(fields.raw("content-disposition"))
    encoding = headers.readable(fields.raw("content-transfer-encoding")[:100]).partition(";")[0].strip(" \"'").lower()
    kind = declared.value
    if not _TYPE.match(kind):
        is_named = disposition.get("filename") or declared.get("name")
        kind = "application/octet-stream" if is_named else "message/rfc822" if in_digest else "text/plain"
    return Part(fields, declared, disposition, kind, encoding, depth, start, raw)
