"""What people wrote, as it is looked at: whether one sees anything of it, and the one form in which it is compared."""

import re
import unicodedata
from typing import Final

# Letters and signs that are drawn as nothing: fillers of Hangul, an empty pattern of Braille.
LONGEST_TEXT: Final = 60_000
"""Letters of a message."""

LONGEST_HTML: Final = 80_000
"""Bytes of its formatting, which is kept beside its text."""

_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def is_visible(text: str) -> bool:
    """Whether anything of it can be seen: spaces, controls, joiners, marks of direction and lone accents cannot."""
    return any(_is_seen(sign) for sign in text)


def _is_seen(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] not in "ZM" and category not in {"Cc", "Cf", "Cs"} and sign not in _BLANK


def is_whole(text: str) -> bool:
    """Whether it has no half of a sign, which nobody can store."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def folded(text: str) -> str:
    """The form in which texts are compared: `Ä` is one letter or an `A` with two dots, `SS` and `ß` are alike, and
    case and stretches of spaces tell nothing apart.
    """
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
    return " ".join(plain.split())


def is_id(name: str) -> bool:
    """Whether an id that people choose can be written anywhere: in addresses, keys and lists of ids."""
    return re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", name) is not None
