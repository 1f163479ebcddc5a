"""What somebody asks, as it is looked for in words."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from helpdesk.capabilities.search.rules.compounds import parts_of
from helpdesk.capabilities.search.rules.likeness import telling
from helpdesk.capabilities.search.rules.stems import key, wanted
from helpdesk.capabilities.search.rules.words import cut, laid_out, written

LONGEST: Final = 1_000
"""Signs that are looked at."""

MOST_WORDS: Final = 24

SHORTEST: Final = 2

_SHORTEST_BEGINNING: Final = 3


class Asked(Struct, frozen=True, kw_only=True):
    """`words` are what it says beside what every question says; what is put together of others is taken apart. Each
    is found by any of its terms, in whatever language. `begun` is how the last one begins, which may be unfinished.
    """

    text: str
    words: tuple[tuple[str, ...], ...]
    begun: str | None = None


def asked(text: str) -> Asked | None:
    """None for what says nothing yet."""
    plain = written(text[:LONGEST]).strip()
    if len(plain) < SHORTEST:
        return None
    parts = [part for part in cut(plain) if not part.last or len(part.key) > 1]
    found = dict.fromkeys(plain[part.start : part.end].casefold() for part in parts)
    told = telling([each for each in found if not each.isascii() or len(each) >= SHORTEST])[:MOST_WORDS]
    last = plain[parts[-1].start :].casefold() if parts else ""
    begun = key(last) if told and told[-1] == last and len(last) >= _SHORTEST_BEGINNING else None
    apart = dict.fromkeys(part for word in told for part in parts_of(key(word)) or (word,))
    return Asked(text=plain, words=tuple(map(wanted, apart)), begun=begun)


def terms_of(text: str, language: str) -> tuple[str, ...]:
    """By what a text is found: each term once."""
    return tuple(dict.fromkeys(term for place in laid_out(written(text), language) for term in place))
