"""People find what is written down, in whatever language they ask, and nobody is told what does not answer.

The threshold was chosen on every second one of what nothing answers, as the lowest at which none of those is answered
(0.28), and rounded up; these tests hold it on the others, and on all. How titles, passages and words are weighed was
chosen on all of them. In November 2026 of 215 questions 200 found what answers them first, 8 something else, 7 nothing;
of 50 that nothing answers one was answered.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from helpdesk.assembly.memory import memory_desk
from helpdesk.capabilities.answers.actions import answering, following
from helpdesk.capabilities.knowledge.rules.visibility import GUEST
from helpdesk.foundation.desk import Desk

from tests.builders.knowledge import a_published

HERE = Path(__file__).parent

LANGUAGES = {"de", "en", "es", "fr", "it", "nl", "pl", "ru"}


def said(name: str) -> Any:
    return yaml.safe_load((HERE / f"{name}.yaml").read_text())


@pytest.fixture(scope="module")
def known() -> tuple[Desk, dict[str, str]]:
    """A desk where all articles are published, and which is which."""
    desk = memory_desk()
    made = {
        name: a_published(desk, each["title"], each["language"], html=each["html"])
        for name, each in said("articles").items()
    }
    following.follow(desk, [article.id for article in made.values()])
    return desk, {article.id: name for name, article in made.items()}


@pytest.fixture(scope="module")
def first(known: tuple[Desk, dict[str, str]]) -> list[tuple[str, str, str | None]]:
    """Of each question what answers it, its language, and what is found first."""
    desk, names = known
    return [
        (wanted, language, found_first(desk, names, question, language))
        for wanted, questions in said("questions").items()
        for language, question in questions.items()
    ]


def found_first(desk: Desk, names: dict[str, str], question: str, language: str) -> str | None:
    found = answering.answers(desk, GUEST, question, language)
    return names[found[0].article.id] if found else None


def right(first: Sequence[tuple[str, str, str | None]]) -> float:
    return sum(wanted == found for wanted, _, found in first) / len(first)


def test_there_are_enough_to_say_so(first):
    assert len(said("articles")) >= 60
    assert len(first) >= 200
    assert {language for _, language, _ in first} == LANGUAGES
    assert len(said("off-topic")) >= 40


def test_what_answers_stands_first(first):
    assert right(first) >= 0.92
    assert right(first[1::2]) >= 0.9


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_it_does_in_every_language(first, language):
    """Of most of these articles there is none in it: they are found by what they mean."""
    assert right([each for each in first if each[1] == language]) >= 0.75


def test_seldom_stands_something_first_that_does_not_answer(first):
    """Worse than none: somebody reads it."""
    assert sum(found not in {None, wanted} for wanted, _, found in first) / len(first) <= 0.06


def test_what_nothing_answers_is_not_answered(known):
    desk, names = known
    answered = [question for question in said("off-topic") if found_first(desk, names, question, "en")]
    assert len(answered) / len(said("off-topic")) <= 0.05
    assert len([each for each in said("off-topic")[1::2] if each in answered]) <= 1


@pytest.mark.parametrize("question", ["SU53", "TCP 443", "BitLocker", "passw", "kennw"])
def test_signs_that_mean_nothing_and_words_that_are_begun_are_found_as_well(known, question):
    desk, names = known
    assert found_first(desk, names, question, "en") is not None


def test_who_asks_in_a_language_without_texts_reads_another(known):
    desk, names = known
    found = answering.answers(desk, GUEST, "Zapomniałem hasła", "pl")
    assert (found[0].language, names[found[0].article.id]) == ("de", "password")
    assert found[0].passage.startswith("Öffnen Sie die Anmeldeseite und drücken Sie Kennwort vergessen?")
