"""What the answers to a topic's questions make of a ticket.

An answer to a question that was not asked is left out: people change their minds, and what they wrote before is no
longer asked. An answer to a question that the topic does not have is refused, so that nothing is lost unseen. Of what
several answers mean the last one stands, and all of them before what a request says itself.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from msgspec.structs import asdict, replace

from helpdesk.channels.intake.rules.opening import Draft
from helpdesk.channels.intake.rules.refusals import NO_CHOICE, NO_QUESTION, NO_TOPIC, UNANSWERED, WRONG_ANSWER
from helpdesk.channels.intake.rules.topic import Meaning, Question, Topic, Value, asked, key_of
from helpdesk.core.record.answers import Answer, Answers, AnswerType
from helpdesk.foundation.kernel.errors import FieldProblem, InvalidError
from helpdesk.foundation.kernel.reading import LARGEST_NUMBER
from helpdesk.foundation.kernel.refusals import NOT_TEXT, OUT_OF_RANGE, TOO_LARGE, Refusal
from helpdesk.foundation.kernel.text import is_visible, is_whole

LONGEST_LINE: Final = 250

LONGEST_TEXT: Final = 4000

_YEARS: Final = range(1970, 2200)

_PLACE: Final = "answers"


def guided(draft: Draft, topics: Sequence[Topic]) -> Draft:
    """The draft with what was answered, and what that means. InvalidError names each answer that cannot be used."""
    topic = _topic(draft, topics)
    if topic is None:
        return _with_words(draft)
    problems = [
        FieldProblem.at(f"{_PLACE}.{name}", NO_QUESTION(name=name))
        for name in draft.given
        if name not in {question.id for question in topic.questions}
    ]
    answers: list[Answer] = []
    meanings = [Meaning(kind=topic.kind, category=topic.category)]
    for question in asked(topic, draft.given):
        value = draft.given.get(question.id)
        if problem := _problem(question, value):
            problems.append(FieldProblem.at(f"{_PLACE}.{question.id}", problem))
        elif value is not None and not _is_empty(value):
            answers.append(_answer(question, value))
            meanings.append(question.means.get(key_of(value) or "", Meaning()))
    if problems:
        raise InvalidError("Some answers are missing or cannot be used.", problems)
    kept = Answers(topic=topic.id, name=topic.name, language=draft.language, given=tuple(answers))
    return _with_words(replace(draft, answers=kept, **_all_of(meanings)))


def _topic(draft: Draft, topics: Sequence[Topic]) -> Topic | None:
    if draft.topic is None:
        if draft.given:
            raise InvalidError.at("topic", UNANSWERED())
        return None
    found = next((topic for topic in topics if topic.id == draft.topic), None)
    if found is None:
        raise InvalidError.at("topic", NO_TOPIC(name=draft.topic))
    return found


def _with_words(draft: Draft) -> Draft:
    """Who answers nothing says in words of their own what it is about; only a mail may have none."""
    answered = draft.answers is not None and draft.answers.given
    if draft.mail is None and not answered and not is_visible(draft.description):
        raise InvalidError.at("description", NOT_TEXT())
    return draft


def _is_empty(value: Value | None) -> bool:
    return value is None or (isinstance(value, str) and not is_visible(value))


def _problem(question: Question, value: Value | None) -> Refusal | None:
    """Why an answer cannot be used, or its lack."""
    if value is None or _is_empty(value):
        return UNANSWERED() if question.required else None
    return _CHECKS[question.type](question, value)


def _line(question: Question, value: Value) -> Refusal | None:
    if not isinstance(value, str) or not is_whole(value):
        return WRONG_ANSWER()
    most = LONGEST_LINE if question.type is AnswerType.TEXT else LONGEST_TEXT
    return TOO_LARGE(most=most) if len(value) > most else None


def _choice(question: Question, value: Value) -> Refusal | None:
    return None if value in question.keys else NO_CHOICE()


def _yes_no(_question: Question, value: Value) -> Refusal | None:
    return None if isinstance(value, bool) else WRONG_ANSWER()


def _date(_question: Question, value: Value) -> Refusal | None:
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        return WRONG_ANSWER()
    return None if day.isoformat() == value and day.year in _YEARS else WRONG_ANSWER()


def _number(_question: Question, value: Value) -> Refusal | None:
    if isinstance(value, bool | str) or (isinstance(value, float) and not math.isfinite(value)):
        return WRONG_ANSWER()
    within = -LARGEST_NUMBER <= value <= LARGEST_NUMBER
    return None if within else OUT_OF_RANGE(least=-LARGEST_NUMBER, most=LARGEST_NUMBER)


_CHECKS: Final[Mapping[AnswerType, Callable[[Question, Value], Refusal | None]]] = {
    AnswerType.TEXT: _line,
    AnswerType.LONG_TEXT: _line,
    AnswerType.CHOICE: _choice,
    AnswerType.YES_NO: _yes_no,
    AnswerType.DATE: _date,
    AnswerType.NUMBER: _number,
}


def _answer(question: Question, value: Value) -> Answer:
    said = next((choice.name for choice in question.choices if choice.id == value), {})
    return Answer(
        question=question.id, type=question.type, asked=question.label, value=_tidy(question, value), said=said
    )


def _tidy(question: Question, value: Value) -> Value:
    if not isinstance(value, str):
        return value
    return " ".join(value.split()) if question.type is AnswerType.TEXT else value.strip()


def _all_of(meanings: Sequence[Meaning]) -> dict[str, object]:
    return {name: value for each in meanings for name, value in asdict(each).items() if value is not None}
