"""How good an answer is, from how near it is in meaning and how much of the question it says in words."""

from __future__ import annotations

from math import log
from typing import Final

THRESHOLD: Final = 0.3
"""What is worse is no answer: nobody is shown anything then. How it was chosen:
tests/contract/answers/test_found.py.
"""

WORDS: Final = 0.4
"""How much of what meaning leaves open, words can say."""

IN_TITLE: Final = 1.0

IN_TEXT: Final = 0.85


def score(title: float, text: float, said: float) -> float:
    """From 0 to 1. An answer is about the question by its title, and says it in some place. Few of its words are
    chance, all of them are not.
    """
    near = max((title + text) / 2, 0.0)
    return near + (1 - near) * WORDS * said**3


def weight(having: int, of: int) -> float:
    """How much a word tells that so many texts have. One that none has tells most: it is what the others do not say."""
    return log(1 + of / max(having, 0.5))
