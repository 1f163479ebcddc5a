"""What is in a part, out of the form in which it travelled."""

import binascii
import quopri
import re
from typing import Final

_NO_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/]+")
_SPACE: Final = b" \t\r\n=>"
_FOREIGN: Final = 10  # percent of other signs; beyond, it is something else that is called base64
_MOST_FILES: Final = 200
_PIECES: Final = 1000
_UU: Final = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ([^\r\n]{1,255})\r?\n", re.MULTILINE)
_UU_END: Final = re.compile(rb"^(?:end|====)[ \t]*\r?$", re.MULTILINE)


def decoded(body: bytes, encoding: str) -> bytes:
    """What nobody can read by its name is left as it is. Never fails."""
    match encoding.strip(" \t\r\n\"';").lower():
        case "base64":
            return base64(body)
        case "quoted-printable":
            return quopri.decodestring(body)
        case "x-uuencode" | "uuencode" | "x-uue":
            _, files = uuencoded(body)
            return files[0][1] if files else body
        case _:
            return body


def base64(body: bytes) -> bytes:
    """Also what is cut off, or has other signs in between; what is hardly base64 stays as it is."""
    signs = _NO_BASE64.sub(b"", body)
    seen = len(body.translate(None, _SPACE))
    if (seen - len(signs)) * 100 > seen * _FOREIGN:
        return body
    if b"=" in body.rstrip(_SPACE):
        # Several were put one behind the other, each with its end.
        return b"".join(_padded(_NO_BASE64.sub(b"", piece)) for piece in re.split(rb"=+", body, maxsplit=_PIECES))
    return _padded(signs)


def _padded(signs: bytes) -> bytes:
    # One sign too many says nothing; two or three say one byte or two.
    whole = signs[: len(signs) - 1] if len(signs) % 4 == 1 else signs
    return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))


def uuencoded(body: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """The text around files that were written into it, and the files with their names."""
    text: list[bytes] = []
    files: list[tuple[bytes, bytes]] = []
    since = 0
    while len(files) < _MOST_FILES and (begin := _UU.search(body, since)):
        end = _UU_END.search(body, begin.end())
        if not end:
            break
        content = _lines(body[begin.end() : end.start()])
        text.append(body[since : begin.start()] if content else body[since : end.end()])
        if content:
            files.append((begin[1], content))
        since = end.end()
    return b"".join([*text, body[since:]]), files


def _lines(block: bytes) -> bytes:
    found = []
    for line in block.splitlines():
        try:
            found.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Some encoders write a length that does not fit; others never wrote any.
            length = ((line[0] - 32) & 63) * 4 // 3 + 2 if line else 0
            try:
                found.append(binascii.a2b_uu(line[: length + 1]))
            except binascii.Error:
                return b""
    return b"".join(found)
