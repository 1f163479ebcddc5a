"""Topics as administrators set them: what a form can be made of, and those of a new desk."""

import pytest
from helpdesk.channels.intake.rules.topic import MOST_CHOICES, MOST_QUESTIONS, MOST_TOPICS
from helpdesk.channels.intake.rules.topic_check import check
from helpdesk.channels.intake.settings.form import FORM
from helpdesk.channels.intake.settings.topics import TOPICS
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.reading import SettingError
from hypothesis import given

from tests.builders.topics import a_question, a_topic, topics, when

CATEGORIES = {category.id for category in TERMS.at_first().categories}
LANGUAGES = FORM.at_first().languages


@pytest.mark.parametrize("topic", TOPICS.at_first(), ids=lambda topic: topic.id)
def test_the_first_topics_ask_no_more_than_three_things_at_once(topic):
    assert sum(question.when is None for question in topic.questions if question.required) <= 3


def test_the_first_topics_can_be_used():
    assert len(TOPICS.at_first()) == 6
    check(TOPICS.at_first(), LANGUAGES, CATEGORIES)


CHOICE = a_question("q", "choice", "a b")


@pytest.mark.parametrize(
    ("topics", "place", "code"),
    [
        ([a_topic(id=f"t{number}") for number in range(MOST_TOPICS + 1)], "topics", "too_many"),
        ([a_topic(), a_topic()], "topics[1].id", "twice"),
        ([a_topic(id="A b")], "topics[0].id", "bad_id"),
        ([a_topic(name={"en": "Things"})], "topics[0].name.de", "not_text"),
        ([a_topic(category="spaceships")], "topics[0].category", "no_category"),
        ([a_topic(*(a_question(f"q{n}") for n in range(MOST_QUESTIONS + 1)))], "topics[0].questions", "too_many"),
        ([a_topic(CHOICE, CHOICE)], "topics[0].questions[1].id", "twice"),
        ([a_topic(a_question("q", label={"de": "Was?"}))], "topics[0].questions[0].label.en", "not_text"),
        ([a_topic(a_question("q", help={"en": "So"}))], "topics[0].questions[0].help.de", "not_text"),
        ([a_topic(a_question("q", "choice", "a"))], "topics[0].questions[0].choices", "few_choices"),
        ([a_topic(a_question("q", "text", "a b"))], "topics[0].questions[0].choices", "chooses_nothing"),
        ([a_topic(a_question("q", "choice", "a a"))], "topics[0].questions[0].choices[1].id", "twice"),
        (
            [a_topic(a_question("q", "choice", " ".join(f"c{n}" for n in range(MOST_CHOICES + 1))))],
            "topics[0].questions[0].choices",
            "too_many",
        ),
        (
            [a_topic(a_question("p", when=when("q", "a")), CHOICE)],
            "topics[0].questions[0].when.question",
            "not_earlier",
        ),
        (
            [a_topic(a_question("q"), a_question("p", when=when("q", "a")))],
            "topics[0].questions[1].when.question",
            "not_earlier",
        ),
        ([a_topic(CHOICE, a_question("p", when=when("q")))], "topics[0].questions[1].when.answers", "no_values"),
        (
            [a_topic(CHOICE, a_question("p", when=when("q", "c")))],
            "topics[0].questions[1].when.answers",
            "not_one_of",
        ),
        ([a_topic(a_question("q", means={"yes": {}}))], "topics[0].questions[0].means", "not_one_of"),
        (
            [a_topic(a_question("q", "yes_no", means={"yes": {"category": "spaceships"}}))],
            "topics[0].questions[0].means.yes.category",
            "no_category",
        ),
    ],
)
def test_topics_that_no_form_can_be_made_of_are_refused_at_their_place(topics, place, code):
    with pytest.raises(SettingError) as error:
        check(topics, LANGUAGES, CATEGORIES)
    assert (error.value.place, error.value.reason.code) == (place, code)


@given(topics())
def test_topics_that_depend_on_earlier_questions_can_be_used(topic):
    check([topic], LANGUAGES, CATEGORIES)
