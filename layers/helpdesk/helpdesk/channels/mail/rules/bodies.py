"""Which parts of a mail are its text, and which are files."""

import html
import re
from typing import Final

from msgspec import Struct

from helpdesk.channels.mail.rules.mime import charsets, transfer
from helpdesk.channels.mail.rules.mime.tree import Part

_META: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_HEAD: Final = 4096
_TAGS: Final = re.compile(r"<[^<>]{0,200}>")
_READ: Final = {"text/plain", "text/html", "text/enriched", "text/richtext", "text/markdown"}
_REPORTS: Final = {"message/delivery-status", "message/disposition-notification", "message/feedback-report"}
_BYTES_PER_SIGN: Final = 4


class Piece(Struct):
    """The same in plain text and as a page, or in one of the two."""

    plain: str = ""
    page: str = ""


class File(Struct):
    """`content` is given where it was taken out of something else."""

    part: Part
    content: bytes
    name: str = ""
    inline: bool = False


class Gathered(Struct):
    pieces: list[Piece] = []
    files: list[File] = []

    def add(self, other: "Gathered") -> None:
        self.pieces += other.pieces
        self.files += other.files

    @property
    def says_something(self) -> bool:
        return any(piece.plain.strip() or piece.page.strip() for piece in self.pieces)


def gathered(part: Part, most: int) -> Gathered:
    """Depth is bounded by that of the tree."""
    if part.is_multipart and part.parts:
        match part.kind:
            case "multipart/alternative":
                return _alternatives(part, most)
            case "multipart/related":
                return _related(part, most)
            case _:
                return _all(part.parts, most)
    if _is_read(part):
        return _text(part, most)
    found = Gathered(files=[File(part, part.content)])
    if part.depth == 0 and not part.is_attached and "/" not in part.type.value and _is_words(part.body):
        found.pieces = _text(part, most).pieces  # nobody knows what it is meant to be
    return found


def _all(parts: list[Part], most: int) -> Gathered:
    found = Gathered()
    for part in parts:
        found.add(gathered(part, most))
    return found


def _alternatives(part: Part, most: int) -> Gathered:
    """Of the same in several forms, the plainest for the text and the last page for the page."""
    found = Gathered()
    plains: list[str] = []
    pages: list[Piece] = []
    for child in part.parts:
        each = gathered(child, most)
        found.files += each.files
        plains += [piece.plain for piece in each.pieces if piece.plain.strip() and not piece.page]
        if any(piece.page.strip() for piece in each.pieces):
            pages = each.pieces
    if not pages or not plains:
        found.pieces = pages or [Piece(plain=plain) for plain in dict.fromkeys(plains)]
    else:
        found.pieces = [Piece(plain=plains[0], page="\n".join(piece.page or shown(piece.plain) for piece in pages))]
    return found


def _related(part: Part, most: int) -> Gathered:
    """The first part, or the one that it names, refers to the others."""
    start = part.type.get("start")
    root = next((child for child in part.parts if start and _id(child) == start.strip("<> ")), part.parts[0])
    if not (root.is_multipart or _is_read(root)):
        return _all(part.parts, most)
    found = gathered(root, most)
    for child in part.parts:
        if child is not root:
            each = gathered(child, most)
            for file in each.files:
                file.inline = not file.part.is_attached
            found.add(each)
    return found


def _id(part: Part) -> str:
    return part.headers.text("content-id", 1000).strip("<> ")


def _is_read(part: Part) -> bool:
    if part.is_multipart:
        return True
    if part.kind in _REPORTS:
        return part.depth == 0
    if part.kind not in _READ and not part.kind.startswith("text/x-"):
        return False
    return not part.is_attached and (part.depth == 0 or not part.name)


def _text(part: Part, most: int) -> Gathered:
    content = part.body if part.is_multipart else part.content
    rest, files = transfer.uuencoded(content) if b"begin" in content else (content, [])
    found = Gathered(files=[File(part, data, charsets.decoded(name)) for name, data in files])
    declared = part.type.get("charset")
    if part.kind == "text/html":
        meta = _META.search(rest, 0, _HEAD)
        page = charsets.decoded(_cut(rest, most), declared or (meta[1].decode() if meta else ""))
        found.pieces = [Piece(page=charsets.cleaned(page))]
        return found
    text = charsets.cleaned(charsets.decoded(_cut(rest, most), declared))
    if part.type.get("format").lower() == "flowed":
        text = flowed(text, joined=part.type.get("delsp").lower() == "yes")
    if part.kind in {"text/enriched", "text/richtext"}:
        text = html.unescape(_TAGS.sub("", text.replace("<<", "&lt;")))
    found.pieces = [Piece(plain=text)]
    return found


def _is_words(body: bytes) -> bool:
    return body[:_HEAD].isascii() and b"\0" not in body[:_HEAD]


def _cut(content: bytes, most: int) -> bytes:
    """At the end of a line, so that no sign is torn."""
    if len(content) <= most * _BYTES_PER_SIGN:
        return content
    cut = content[: most * _BYTES_PER_SIGN]
    return cut[: cut.rfind(b"\n") + 1] or cut


def flowed(text: str, *, joined: bool) -> str:
    """Lines as their writer had them (RFC 3676): one that ends with a space goes on, in the same quote."""
    out: list[str] = []
    level = -1
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        content = bare.removeprefix(" ")
        if depth == level and out:
            out.append(content)
        else:
            out += ["\n" if out else "", ">" * depth + " " if depth else "", content]
        goes_on = content.endswith(" ") and content != "-- "
        level = depth if goes_on else -1
        if goes_on and joined:
            out[-1] = content[:-1]
    return "".join(out)


def shown(plain: str) -> str:
    """Plain text within a page."""
    return f"<p>{html.escape(plain).replace(chr(10), '<br>')}</p>" if plain.strip() else ""
