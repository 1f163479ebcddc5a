"""Topics: what one can ask a desk about, and the questions each of them asks first."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct, field

from helpdesk.core.record.answers import AnswerType
from helpdesk.foundation.kernel.vocabulary import Kind, Scale

MOST_TOPICS: Final = 24

MOST_QUESTIONS: Final = 20
"""Of one topic."""

MOST_CHOICES: Final = 20
"""Of one question."""

MOST_GIVEN: Final = 2 * MOST_QUESTIONS
"""Answers to one topic: a form that is older than its questions may know others."""

YES: Final = "yes"

NO: Final = "no"

Words = Mapping[str, str]
"""The same in several languages, by their codes."""

Value = str | bool | int | float
"""An answer as it is sent and kept."""


class Icon(StrEnum):
    """Drawn by the web."""

    KEY = "key"
    LAPTOP = "laptop"
    APP = "app"
    WIFI = "wifi"
    PHONE = "phone"
    PRINTER = "printer"
    MAIL = "mail"
    PEOPLE = "people"
    BUILDING = "building"
    BOX = "box"
    SHIELD = "shield"
    QUESTION = "question"


class Meaning(Struct, frozen=True, kw_only=True):
    """What a ticket becomes by an answer; what it says nothing of stays."""

    kind: Kind | None = None
    category: str | None = None
    impact: Scale | None = None
    urgency: Scale | None = None


class Choice(Struct, frozen=True, kw_only=True):
    id: str
    name: Words


class Condition(Struct, frozen=True, kw_only=True):
    """That an earlier question has one of these answers: ids of its choices, or `yes` and `no`."""

    question: str
    answers: tuple[str, ...]


class Question(Struct, frozen=True, kw_only=True):
    id: str
    type: AnswerType
    label: Words
    help: Words = field(default_factory=dict)
    required: bool = False
    choices: tuple[Choice, ...] = ()
    when: Condition | None = None
    """It is asked only then."""
    means: Mapping[str, Meaning] = field(default_factory=dict)
    """By answer: ids of choices, or `yes` and `no`."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The answers that others can depend on."""
        if self.type is AnswerType.YES_NO:
            return (YES, NO)
        return tuple(choice.id for choice in self.choices)


class Topic(Struct, frozen=True, kw_only=True):
    """`kind` and `category` are what a ticket by it is until an answer says otherwise."""

    id: str
    name: Words
    icon: Icon
    kind: Kind | None = None
    category: str | None = None
    asks_asset: bool = False
    """Whether the form has a field for the number on the thing."""
    questions: tuple[Question, ...] = ()


def key_of(value: Value | None) -> str | None:
    """An answer as conditions and meanings name it."""
    if isinstance(value, bool):
        return YES if value else NO
    return value if isinstance(value, str) else None


def asked(topic: Topic, given: Mapping[str, Value]) -> Iterator[Question]:
    """The questions that are asked of who answers so. What depends on a question that is not asked is not asked."""
    answered: dict[str, str | None] = {}
    for question in topic.questions:
        if question.when is None or answered.get(question.when.question) in question.when.answers:
            answered[question.id] = key_of(given.get(question.id))
            yield question
