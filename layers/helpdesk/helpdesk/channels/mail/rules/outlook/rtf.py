"""The words of a rich text as Outlook packs it: formatted for Windows, or a page wrapped into such a format."""

import re
from typing import Final

_PACKED: Final = 128 * 1024
"""Bytes of it that are unpacked, to eight times as many at the most."""
_FONTS: Final = 8_000
_FIELD: Final = re.compile(r"(?<=\\fldinst)(?=\{)")
_FONT_TABLE: Final = re.compile(r"\{[^{}]{0,200}\\fonttbl(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")


def words(packed: bytes) -> str:
    """Empty when they cannot be read."""
    if len(packed) > _PACKED:
        return ""
    from compressed_rtf import decompress  # noqa: PLC0415 - only mails of Outlook to the world pay for it
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - as above

    try:
        text = decompress(packed + b"\0").decode("latin-1").rstrip("\0")
        return str(rtf_to_text(_tame(text), errors="replace")).replace("\xa0", " ").strip()
    except Exception:  # noqa: BLE001 - parsers of bytes that anybody can make up
        return ""


def _tame(text: str) -> str:
    """What takes them time that grows with the square of its length is broken up or left out: lines mean nothing in it,
    and links are told by their words alone.
    """
    before, fonts, after = _around_fonts(text)
    return _FIELD.sub("\n", f"{_without_fonts(before)}{fonts}{_without_fonts(after)}")


def _around_fonts(text: str) -> tuple[str, str, str]:
    fonts = _FONT_TABLE.search(text)
    if fonts is None or len(fonts[0]) > _FONTS:
        return text, "", ""
    return text[: fonts.start()], fonts[0], text[fonts.end() :]


def _without_fonts(text: str) -> str:
    return text.replace("\\fonttbl", "\\info")
