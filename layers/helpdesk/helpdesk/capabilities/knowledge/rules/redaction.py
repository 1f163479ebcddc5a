"""What names somebody, taken out of words that others are to read."""

import re
from collections.abc import Iterable
from html import escape, unescape
from typing import Final

GONE: Final = "[…]"

_FEWEST_LETTERS: Final = 2

# So many signs before the @ and behind it at most: what is longer is looked through in no more time for each sign.
_ADDRESS: Final = re.compile(r"[^\s@<>()\[\],;:\"]{1,64}@[^\s@<>()\[\],;:\"]{0,253}[^\W_]")

_ACCOUNT: Final = re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")

# A day is no number of somebody, and neither are a version and an address of a machine, whose parts stand at points.
_NUMBER: Final = re.compile(
    r"(?<![\w.+-])(?![0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})"
    r"(?:(?:\+|\(?0)(?:[ ()./\u2010-\u2015-]{0,3}[0-9]){6,15}|\(?[0-9](?:[ ()/\u2010-\u2015-]{0,3}[0-9]){8,18})(?!\w)"
)

_WORD: Final = re.compile(r"[^\W\d_]+")

_RUN: Final = re.compile(rf"{re.escape(GONE)}(?:[ .-]*{re.escape(GONE)})+")

# As the cleaner writes them.
_TAG: Final = re.compile(r'(<[a-z/](?:[^">]|"[^"]*")*>)')

_LINK: Final = re.compile(r'<a(?: [a-z]+="[^"]*")*>(.*?)</a>', re.DOTALL)

_HREF: Final = re.compile(r' href="([^"]*)"')


class Redaction:
    """Takes out mail addresses, numbers of telephones, customers and accounts, and these people's names. What it does
    not know to be a name it leaves: somebody has to read what is left.
    """

    def __init__(self, names: Iterable[str]) -> None:
        known = {name.strip() for name in names} - {""}
        self._words = {word.casefold() for name in known for word in _WORD.findall(name) if _is_of_a_name(word)}
        whole = sorted({name for name in known if _stands_alone(name)}, key=len, reverse=True)
        self._whole = re.compile("|".join(map(_pattern, whole)), re.IGNORECASE) if whole else None

    def text(self, words: str) -> str:
        found = _NUMBER.sub(GONE, _ACCOUNT.sub(GONE, _ADDRESS.sub(GONE, words)))
        found = self._whole.sub(GONE, found) if self._whole else found
        return _RUN.sub(GONE, _WORD.sub(self._without_name, found))

    def html(self, cleaned: str) -> str:
        """The same of cleaned HTML. A link that says whom it is about is its words alone."""
        parts = _TAG.split(_LINK.sub(self._linked, cleaned))
        return "".join(part if index % 2 else self._segment(part) for index, part in enumerate(parts))

    def _segment(self, written: str) -> str:
        plain = unescape(written)
        found = self.text(plain)
        return written if found == plain else escape(found, quote=False)

    def _linked(self, found: re.Match[str]) -> str:
        named = _HREF.search(found[0])
        href = unescape(named[1]) if named else ""
        stays = href and not href.lower().startswith("mailto:") and self.text(href) == href
        return found[0] if stays else found[1]

    def _without_name(self, found: re.Match[str]) -> str:
        word = found[0]
        known = {word.casefold(), word.casefold().removesuffix("s")}  # "Adas Rechner"
        return GONE if word[0].isupper() and known & self._words else word


def _is_of_a_name(word: str) -> bool:
    """Not what stands between, as "von" and "de" do."""
    return len(word) >= _FEWEST_LETTERS and word[0].isupper()


def _stands_alone(name: str) -> bool:
    """Whether it is a name however it is written: of one word the capital tells, in scripts that have some."""
    return len(name.split()) > 1 or name.casefold() == name.upper()


def _pattern(name: str) -> str:
    """Where a script has no capitals, it may have no spaces either."""
    return re.escape(name) if name.casefold() == name.upper() else rf"(?<!\w){re.escape(name)}(?!\w)"
