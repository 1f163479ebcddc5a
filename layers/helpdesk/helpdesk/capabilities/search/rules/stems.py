"""Terms for a word of some language: what it begins with whatever its ending, and the parts it is put together of."""

import re
from functools import cache, lru_cache
from typing import Any, Final

from helpdesk.capabilities.search.rules.compounds import parts_of
from helpdesk.foundation.kernel.text import plain

LONGEST_WORD: Final = 60

KEPT_WORDS: Final = 100_000

LATIN: Final = {
    "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "en": "english", "es": "spanish", "et": "estonian",
    "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hu": "hungarian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip

OTHERS: Final = {
    "ar": "arabic", "el": "greek", "fa": "persian", "hi": "hindi", "hy": "armenian", "ne": "nepali", "ru": "russian",
    "sr": "serbian", "ta": "tamil", "yi": "yiddish",
}  # fmt: skip

# Its terms begin with a colon, as no word does, and its code.
STEMMED: Final = {**LATIN, **OTHERS}

SAME: Final = {"nb": "no", "nn": "no"}

# One letter in several forms, and a stroke that only makes words longer.
_ALIKE: Final = str.maketrans(
    {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None}
)

# And, the, in, to, from, that, as: written at the beginning of a Hebrew word.
_HEBREW_BEGINNING: Final = re.compile(r"[והבלמשכ]{1,2}(?=[\u05d0-\u05ea]{3,}$)")


@lru_cache(KEPT_WORDS)
def key(word: str) -> str:
    """A word in the one form in which it is compared."""
    bare = plain(word[:LONGEST_WORD]) if not word.isascii() else _ascii(word)
    if bare.isascii():
        return bare
    digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in bare)
    return digits.translate(_ALIKE)


def _ascii(word: str) -> str:
    return re.sub(r"([aou])e", r"\1", word[:LONGEST_WORD].lower())


@lru_cache(KEPT_WORDS)
def terms(word: str, language: str | None) -> tuple[str, ...]:
    """By what a word that was written is found; its key is the first."""
    return (key(word), *_stems(word, _known(language)), *_without_beginnings(word))


@lru_cache(1000)
def wanted(word: str) -> tuple[str, ...]:
    """What finds a word, in whatever language of its script it was written."""
    latin = key(word)[:1].isascii() or plain(word)[:1] < "\u0370"
    stems = [stem for language in (LATIN if latin else OTHERS) for stem in _stems(word, language)[:1]]
    return (key(word), *stems, *_without_beginnings(word))


def tongue_of(term: str) -> str | None:
    """Of a term that holds in one language alone."""
    return term[1:3] if term[:1] == ":" and term[1:3] in STEMMED else None


def _known(language: str | None) -> str | None:
    short = (language or "").partition("-")[0].lower()
    short = SAME.get(short, short)
    return short if short in STEMMED else None


def _stems(word: str, language: str | None) -> tuple[str, ...]:
    if language is None or any(sign.isdecimal() for sign in word):
        return ()
    whole = word[:LONGEST_WORD].casefold()
    parts = parts_of(key(whole)) if language == "de" else ()
    return tuple(f":{language}:{key(_stemmer(language).stemWord(each))}" for each in (whole, *parts))


def _without_beginnings(word: str) -> tuple[str, ...]:
    if not "\u05d0" <= word[:1] <= "\u05ea":
        return ()
    found = _HEBREW_BEGINNING.match(word)
    return tuple(f":he:{key(word[end:])}" for end in range(found.end() + 1)) if found else (f":he:{key(word)}",)


@cache
def _stemmer(language: str) -> Any:
    import Stemmer  # noqa: PLC0415 - what only names a query needs none

    return Stemmer.Stemmer(STEMMED[language], 0)
