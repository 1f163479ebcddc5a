"""Which words of a text tell what it is about, and how much of them another has to say to be like it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from math import ceil, log
from typing import Any, Final

from msgspec import Struct

from helpdesk.capabilities.search.rules.meaning import meant_by
from helpdesk.capabilities.search.rules.query import Condition, During, Marked, Query, Words
from helpdesk.capabilities.search.rules.words import cut, written
from helpdesk.foundation.kernel.vocabulary import PersonId

LONGEST: Final = 1_000
"""Signs that are looked at."""

MOST_WORDS: Final = 24

LEAST_ALIKE: Final = 2

_SHARE: Final = 0.4

_ENOUGH: Final = 10
"""Of more words no more have to be alike: who tells much says the same in other words."""

_SHORTEST: Final = 3

_LISTED: Final = (
    "danish", "dutch", "english", "finnish", "french", "german", "hungarian", "italian", "norwegian", "portuguese",
    "russian", "spanish", "swedish",
)  # fmt: skip
"""Languages whose common words are known."""

RECENT: Final = timedelta(days=7)


class Likeness(Struct, frozen=True, kw_only=True):
    """What is looked for: so many of these words, of what is open and was opened since. What `near` takes part in
    comes first.
    """

    words: tuple[Words, ...]
    since: datetime
    near: PersonId | None = None

    @property
    def least(self) -> int:
        return max(LEAST_ALIKE, ceil(_SHARE * min(len(self.words), _ENOUGH)))

    @property
    def query(self) -> Query:
        """What it has to be, whatever it says."""
        asked = (Marked(field="is", values=("open",)), During(field="created", since=self.since))
        return Query(conditions=tuple(Condition(asked=each) for each in asked))

    @property
    def shown(self) -> Query:
        """The words that are marked in it."""
        return Query(conditions=tuple(Condition(asked=each) for each in self.words))


def likeness_of(text: str, now: datetime, near: PersonId | None = None) -> Likeness | None:
    """None for a text that says too little."""
    plain = written(text[:LONGEST])
    found = dict.fromkeys(plain[part.start : part.end].casefold() for part in cut(plain) if not part.last)
    words = (Words(written=each) for each in telling([each for each in found if _may_tell(each)]))
    wanted = tuple(each for each in words if meant_by(each))[:MOST_WORDS]
    if len(wanted) < LEAST_ALIKE:
        return None
    # From the beginning of a day on: it is the same question all day long.
    since = (now - RECENT).replace(hour=0, minute=0, second=0, microsecond=0)
    return Likeness(words=wanted, since=since, near=near)


def weight(having: int, of: int) -> float:
    """How much a word tells that so many have."""
    return log(1 + of / having) if having else 0.0


def _may_tell(word: str) -> bool:
    """Two signs of a writing without spaces are as good as a word."""
    return len(word) >= _SHORTEST or not word.isascii()


def telling(words: Sequence[str]) -> list[str]:
    """Without those that stand in every text of some language."""
    told: list[str] = _analyzer().analyze(" ".join(words))
    return told


@cache
def _analyzer() -> Any:
    import tantivy  # noqa: PLC0415 - only who asks what is like a text pays for it

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    for language in _LISTED:
        builder = builder.filter(tantivy.Filter.stopword(language))
    return builder.build()
