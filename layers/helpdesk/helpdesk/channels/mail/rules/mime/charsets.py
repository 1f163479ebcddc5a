"""Letters out of bytes, whatever the mail says they are written in."""

import codecs
import re
from typing import Final

# Names that no register has, and those whose letters are a part of what everybody means by them.
_MEANT: Final = {
    "ascii": "utf-8", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "big5": "cp950", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
}  # fmt: skip
_MADE_UP: Final = {
    "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "ksc5601": "cp949", "x-gbk": "gb18030", "x-euc-jp": "euc_jp",
    "x-sjis": "cp932", "windows-31j": "cp932", "cp-850": "cp850", "unicode-1-1-utf-7": "utf-7", "utf8mb4": "utf-8",
    "x-mac-roman": "mac_roman", "iso-8859-8-i": "iso8859-8", "iso-8859-8-e": "iso8859-8", "macintosh": "mac_roman",
    "windows-874": "cp874", "x-windows-949": "cp949", "unicode": "utf-8", "x-user-defined": "cp1252",
}  # fmt: skip
# Codecs of Python's that are no letters of mails; some take time that grows with the square.
_NONE: Final = {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem", "palmos"}
_JAPANESE: Final = ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_ext")
# Signs that makers of computers had added: the newer standard has them in the same places, by another name.
_WITH_VENDORS: Final = "iso2022_jp and vendors"

_LOOKED_AT: Final = 64 * 1024
_SURE: Final = 0.5
_LOST: Final = "\ufffd"
_TORN: Final = 50  # of as many signs beyond ASCII, one may be torn before the mail is doubted

_UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_LINE_ENDS: Final = re.compile(r"\r\n?|[\x0b\x0c\u2028\u2029\x85]")


def codec(name: str) -> str | None:
    """The codec that is meant by a name; None if nobody knows it."""
    plain = name.strip(" \t\r\n\\\"'").lower()
    if not re.fullmatch(r"[a-z0-9_.:+-]{1,40}", plain):
        return None
    if plain in _MADE_UP:
        return _MADE_UP[plain]
    try:
        found = codecs.lookup(plain)
    except (LookupError, ValueError):
        return None
    if found.name in _NONE or not getattr(found, "_is_text_encoding", True):
        return None
    return _MEANT.get(found.name, found.name)


def decoded(data: bytes, declared: str = "") -> str:
    """Its letters by the declared charset if they are that, or else by what they look like. Never fails."""
    name = codec(declared) if declared else None
    for trial in _trials(name, data):
        text = _strict(data, trial)
        if text is not None:
            return text
    if name and name != "cp1252" and not data.isascii():
        torn = data.decode(name, "replace")
        if torn.count(_LOST) * _TORN <= sum(not sign.isascii() for sign in torn) + _TORN:
            return torn
    return _guessed(data)


def cleaned(text: str) -> str:
    """Without what cannot be stored or seen, and with one kind of line end."""
    whole = text.encode("utf-8", "replace").decode() if not text.isascii() else text
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", whole))


def _trials(name: str | None, data: bytes) -> tuple[str, ...]:
    if b"\x1b$" in data or (name and name.startswith("iso2022_jp")):
        return (*_JAPANESE, _WITH_VENDORS, "utf-8")
    if name == "cp1252":
        return ("cp1252", "utf-8", "latin-1")
    return (name, "utf-8") if name else ("utf-8",)


def _strict(data: bytes, name: str) -> str | None:
    if name == _WITH_VENDORS:
        data, name = data.replace(b"\x1b$B", b"\x1b$(Q"), "iso2022_jp_2004"
    try:
        return data.decode(name)
    except (ValueError, LookupError):
        return None


def _guessed(data: bytes) -> str:
    import cchardet  # noqa: PLC0415 - only mails whose own word is wrong pay for it

    found = cchardet.detect(data[:_LOOKED_AT])
    name = codec(found["encoding"] or "") if (found["confidence"] or 0) >= _SURE else None
    return data.decode(name or "cp1252", "replace")
