"""What must be right about topics for a form to be made of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from helpdesk.channels.intake.rules.refusals import CHOOSES_NOTHING, FEW_CHOICES, NOT_EARLIER
from helpdesk.channels.intake.rules.topic import (
    MOST_CHOICES,
    MOST_QUESTIONS,
    MOST_TOPICS,
    Condition,
    Question,
    Topic,
    Words,
)
from helpdesk.core.record.answers import AnswerType
from helpdesk.core.tickets.rules.refusals import NO_CATEGORY
from helpdesk.foundation.kernel.reading import SettingError
from helpdesk.foundation.kernel.refusals import BAD_ID, NO_VALUES, NOT_ONE_OF, NOT_TEXT, TOO_MANY, TWICE
from helpdesk.foundation.kernel.text import is_id, is_visible

_FEWEST: Final = 2


def check(topics: Sequence[Topic], languages: Sequence[str], categories: Collection[str]) -> None:
    """SettingError with the place of what cannot be used. Every text must be there in all `languages` of the form."""
    _check_count("topics", topics, MOST_TOPICS)
    _check_ids("topics", [topic.id for topic in topics])
    for index, topic in enumerate(topics):
        place = f"topics[{index}]"
        _check_words(f"{place}.name", topic.name, languages)
        _check_category(f"{place}.category", topic.category, categories)
        _check_count(f"{place}.questions", topic.questions, MOST_QUESTIONS)
        _check_ids(f"{place}.questions", [question.id for question in topic.questions])
        earlier: dict[str, Question] = {}
        for number, question in enumerate(topic.questions):
            _check_question(f"{place}.questions[{number}]", question, earlier, languages, categories)
            earlier[question.id] = question


def _check_question(
    place: str,
    question: Question,
    earlier: Mapping[str, Question],
    languages: Sequence[str],
    categories: Collection[str],
) -> None:
    _check_words(f"{place}.label", question.label, languages)
    if question.help:
        _check_words(f"{place}.help", question.help, languages)
    _check_choices(place, question, languages)
    if question.when is not None:
        _check_condition(f"{place}.when", question.when, earlier)
    for answer, meaning in question.means.items():
        _check_known(f"{place}.means", [answer], question.keys)
        _check_category(f"{place}.means.{answer}.category", meaning.category, categories)


def _check_choices(place: str, question: Question, languages: Sequence[str]) -> None:
    at = f"{place}.choices"
    if question.type is not AnswerType.CHOICE:
        if question.choices:
            raise SettingError(at, CHOOSES_NOTHING())
        return
    if len(question.choices) < _FEWEST:
        raise SettingError(at, FEW_CHOICES())
    _check_count(at, question.choices, MOST_CHOICES)
    _check_ids(at, [choice.id for choice in question.choices])
    for index, choice in enumerate(question.choices):
        _check_words(f"{at}[{index}].name", choice.name, languages)


def _check_condition(place: str, when: Condition, earlier: Mapping[str, Question]) -> None:
    depends_on = earlier.get(when.question)
    if depends_on is None or not depends_on.keys:
        raise SettingError(f"{place}.question", NOT_EARLIER())
    if not when.answers:
        raise SettingError(f"{place}.answers", NO_VALUES())
    _check_known(f"{place}.answers", when.answers, depends_on.keys)


def _check_known(place: str, answers: Iterable[str], known: Sequence[str]) -> None:
    if any(answer not in known for answer in answers):
        raise SettingError(place, NOT_ONE_OF(known=", ".join(known)))


def _check_words(place: str, words: Words, languages: Sequence[str]) -> None:
    for language in languages:
        if not is_visible(words.get(language, "")):
            raise SettingError(f"{place}.{language}", NOT_TEXT())


def _check_category(place: str, category: str | None, known: Collection[str]) -> None:
    if category is not None and category not in known:
        raise SettingError(place, NO_CATEGORY(name=category))


def _check_ids(place: str, ids: Sequence[str]) -> None:
    for index, name in enumerate(ids):
        if not is_id(name):
            raise SettingError(f"{place}[{index}].id", BAD_ID())
        if ids.index(name) != index:
            raise SettingError(f"{place}[{index}].id", TWICE(name=name))


def _check_count(place: str, items: Sequence[object], most: int) -> None:
    if len(items) > most:
        raise SettingError(place, TOO_MANY(most=most))
