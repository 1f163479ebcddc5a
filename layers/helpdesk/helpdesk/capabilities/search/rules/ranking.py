"""Which of what was found is best: what the subject says, then what says it in so many words, then the others.

All words stand in each of them, so that how rare a word is tells nothing apart; and a rank that hangs on the document
alone is the same in every index and on every page.
"""

from typing import Final

from helpdesk.capabilities.search.rules.meaning import Every, Meaning, Near, OneOf, meant_by
from helpdesk.capabilities.search.rules.query import Query, Words
from helpdesk.capabilities.search.rules.words import cut, written

RANKS: Final = 3


def wanted_words(query: Query) -> list[Words]:
    return [each.asked for each in query.conditions if isinstance(each.asked, Words) and not each.excluded]


def in_the_subject(query: Query) -> Meaning | None:
    meanings = [meant_by(each, forgiving=query.forgiving) for each in wanted_words(query)]
    return Every(tuple(each for each in meanings if each)) if meanings else None


def in_so_many_words(query: Query) -> Meaning | None:
    texts = [written(each.written) for each in wanted_words(query)]
    parts = [part for text in texts for part in cut(text) if not (part.last and part.joined)]
    keys = tuple(part.key for part in parts)
    return Near(keys) if len(keys) > 1 else OneOf(keys) if keys else None
