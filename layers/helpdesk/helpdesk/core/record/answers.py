"""What somebody answered to the questions of a topic, in the words in which they were asked.

They are words of people: they stand in the erasable part of the entry that made the ticket.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct


class AnswerType(StrEnum):
    """What is asked for, so that it can be said in the reader's own way."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    YES_NO = "yes_no"
    DATE = "date"
    NUMBER = "number"


class Answer(Struct, frozen=True, kw_only=True):
    question: str
    """By its id in the topic."""
    type: AnswerType
    asked: Mapping[str, str]
    """The question in every language it had."""
    value: str | bool | int | float
    """Of a choice its id, of a date `2026-11-30`."""
    said: Mapping[str, str] = {}
    """Of a choice its words, in every language they had."""


class Answers(Struct, frozen=True, kw_only=True):
    topic: str
    """By its id."""
    name: Mapping[str, str]
    """How the topic was called in every language it had."""
    language: str
    """In which it was asked."""
    given: tuple[Answer, ...] = ()

    def words(self, by_language: Mapping[str, str], language: str) -> str:
        """In a reader's language where there are words in it, else as who answered saw them."""
        return by_language.get(language) or by_language.get(self.language) or next(iter(by_language.values()), "")

    @property
    def written(self) -> Iterator[str]:
        """What they put in words of their own."""
        return (str(each.value) for each in self.given if each.type in {AnswerType.TEXT, AnswerType.LONG_TEXT})

    @property
    def chosen(self) -> Iterator[str]:
        """What they chose, in the words they saw."""
        return (self.words(each.said, self.language) for each in self.given if each.said)

    @property
    def text(self) -> str:
        """All of it, for rules that look for words: each in a line of its own."""
        return "".join(f"\n{words}" for words in (*self.written, *self.chosen))
