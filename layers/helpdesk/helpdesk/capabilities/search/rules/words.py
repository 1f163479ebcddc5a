"""How texts are cut into what can be found in them.

Words stand one after the other. Writing without spaces is cut into overlapping pairs of signs, so that any part of it
is found. Numbers that can be dialled are found in each of their forms as well.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.search.rules.stems import terms
from helpdesk.foundation.kernel.finding import forms_of, phone_of

NUMBER: Final = ":tel:"
ID: Final = ":id:"

MOST_NUMBERS: Final = 20  # of one text

_WIDE: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)


def _marks() -> str:
    """Signs that stand on letters, as a part of a pattern; the blocks in which they are."""
    blocks = ((0x300, 0x10A0), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00), (0x20D0, 0x2100), (0xFE20, 0xFE30))
    return "".join(chr(n) for block in blocks for n in range(*block) if unicodedata.category(chr(n))[0] == "M")


_LETTER: Final = rf"[^\W_{_WIDE}]"

_WORD: Final = re.compile(rf"([{_WIDE}]+)|{_LETTER}(?:{_LETTER}|[{_marks()}\u0640\u200c\u200d])*")

JOINING: Final = "-\u2010\u2011.'\u2019_/@+&:"
"""Between words that belong together: one of these and nothing else."""

_AS_ONE: Final = frozenset("-\u2010\u2011'\u2019")

_NUMBER: Final = re.compile(r"(?<![\w+])\+?[(\d][\d ()./\u2010-\u2015-]{4,24}\d(?!\w)", re.ASCII)


class Part(Struct, frozen=True):
    """A word of a text, or a pair of signs: from where to where, and by which terms it is found. `joined` to the one
    before it; `last` of a run of pairs is one sign, which finds nothing but what ends with it.
    """

    start: int
    end: int
    terms: tuple[str, ...]
    joined: bool = False
    last: bool = False

    @property
    def key(self) -> str:
        return self.terms[0]


def written(text: str) -> str:
    """A text as it is cut and shown: each letter with its marks is one sign, where there is one."""
    return unicodedata.normalize("NFC", text).replace("\x00", " ")


def first_found(text: str, language: str | None, found: Callable[[tuple[str, ...]], bool]) -> int | None:
    """Where the first part stands whose terms are what is looked for."""
    for each in _WORD.finditer(text):
        if each[1] is None:
            if found(terms(each[0], language)):
                return each.start()
        else:
            for part in _pairs(each[1], each.start(), joined=False):
                if found(part.terms):
                    return part.start
    return None


def cut(text: str, language: str | None = None) -> list[Part]:
    """The parts of a text, in order."""
    parts: list[Part] = []
    end = -1
    for found in _WORD.finditer(text):
        start, gap = found.start(), text[end : found.start()] if end >= 0 else " "
        joined = gap == "" or (len(gap) == 1 and gap in JOINING)
        if found[1]:
            parts += _pairs(found[1], start, joined=joined)
        else:
            parts.append(Part(start, found.end(), terms(found[0], language), joined))
        end = found.end()
    return parts


def _pairs(run: str, start: int, *, joined: bool) -> Iterator[Part]:
    plain = unicodedata.normalize("NFKC", run).casefold()
    same = len(plain) == len(run)
    for n in range(len(plain)):
        first, after = (start + n, start + min(n + 2, len(plain))) if same else (start, start + len(run))
        yield Part(first, after, (plain[n : n + 2],), joined or n > 0, n + 1 == len(plain))


def as_one(text: str, parts: list[Part], n: int) -> str | None:
    """The words that begin here and are joined by a hyphen, as if they were written as one: `email` for `e-mail`."""
    last = n
    while last + 1 < len(parts) and parts[last + 1].joined and text[parts[last].end : parts[last + 1].start] in _AS_ONE:
        last += 1
    begins = n == 0 or not parts[n].joined or text[parts[n - 1].end : parts[n].start] not in _AS_ONE
    return "".join(part.key for part in parts[n : last + 1]) if begins and last > n else None


def laid_out(text: str, language: str | None = None) -> list[tuple[str, ...]]:
    """What stands at each place of a text: its terms, those of words as one, and the numbers that begin there."""
    parts = cut(text, language)
    places = [part.terms for part in parts]
    for n, part in enumerate(parts):
        if not part.joined and (one := as_one(text, parts, n)):
            places[n] = (*places[n], one)
    for start, number in numbers(text):
        place = next((n for n, part in enumerate(parts) if part.start >= start), len(parts) - 1)
        places[place] = (*places[place], *(f"{NUMBER}{form}" for form in dict.fromkeys(forms_of(number))))
    return places


def numbers(text: str) -> Iterator[tuple[int, str]]:
    """What could be dialled, and where it begins."""
    found = ((each.start(), phone_of(each[0])) for each in islice(_NUMBER.finditer(text), MOST_NUMBERS))
    yield from ((start, number) for start, number in found if number)


def ends_of(id: str) -> tuple[str, ...]:  # noqa: A002 - it is one
    """An id from each of its signs on: what begins one of these is a part of it."""
    plain = id_signs(id.rpartition("-")[2])
    return tuple(f"{ID}{plain[n:]}" for n in range(len(plain)))


def id_signs(part: str) -> str:
    """Signs of ids as they are read out and typed: o is 0, i and l are 1."""
    return part.upper().translate(str.maketrans("OIL", "011")).lower()
