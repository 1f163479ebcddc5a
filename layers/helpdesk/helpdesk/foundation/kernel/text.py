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


LONGEST_WORD: Final = 40

# Letters that are written apart from others, and do not come apart themselves.
_PLAIN: Final = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"})


def plain(text: str) -> str:
    """The form in which words are compared: without marks on letters and capitals, `ae`, `oe` and `ue` as the letters
    they stand for. What begins a word begins it in this form, too.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()).casefold()
    bare = "".join(sign for sign in folded if unicodedata.category(sign)[0] != "M").translate(_PLAIN)
    return re.sub(r"([aou])e", r"\1", bare)


def words_of(text: str) -> list[str]:
    """Words in the form in which people are found."""
    return [word[:LONGEST_WORD] for word in re.findall(r"[^\W_]+", plain(text))]
