"""Topics: which questions are asked of whom, what counts as an answer, and what a ticket becomes by it."""

from datetime import UTC, datetime

import pytest
from helpdesk.channels.intake.rules.guiding import LONGEST_LINE, LONGEST_TEXT, guided
from helpdesk.channels.intake.rules.opening import create
from helpdesk.channels.intake.rules.topic import asked
from helpdesk.core.record.answers import Answer, Answers, AnswerType
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Kind, Scale
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.builders.directory import a_requester
from tests.builders.intake import a_draft
from tests.builders.topics import a_question, a_topic, in_both, topics, when

CHAIN = a_topic(
    a_question("device", "choice", "laptop printer"),
    a_question("wet", "yes_no", when=when("device", "laptop")),
    a_question("dry", "text", when=when("wet", "no")),
    a_question("place", "text", when=when("device", "printer"), required=True),
    a_question("since", "date"),
)


def guide(topic, description="It smokes.", **answers):
    draft = a_draft(topic=topic.id, given={name.replace("_", "-"): value for name, value in answers.items()})
    return guided(replace(draft, description=description), [topic])


def refused(topic, **answers):
    """The code of each answer that was refused, by its place."""
    with pytest.raises(InvalidError) as error:
        guide(topic, **answers)
    return {problem.field: problem.code for problem in error.value.problems}


@pytest.mark.parametrize(
    ("given", "questions"),
    [
        ({}, "device since"),
        ({"device": "laptop"}, "device wet since"),
        ({"device": "laptop", "wet": True}, "device wet since"),
        ({"device": "laptop", "wet": False}, "device wet dry since"),
        ({"device": "printer"}, "device place since"),
        # What depends on a question that is not asked is not asked, whatever was answered to it before.
        ({"device": "printer", "wet": False}, "device place since"),
        ({"wet": False}, "device since"),
        ({"device": "toaster"}, "device since"),
        ({"device": 7}, "device since"),
    ],
)
def test_the_next_question_is_asked_by_the_answer(given, questions):
    assert " ".join(question.id for question in asked(CHAIN, given)) == questions


answers_to = st.dictionaries(
    st.sampled_from([f"q{number}" for number in range(8)]),
    st.one_of(st.sampled_from(["a", "b", "c", "", "yes"]), st.booleans(), st.integers(0, 3)),
)


@given(topics(), answers_to)
def test_a_question_is_asked_when_the_one_it_depends_on_is_and_was_answered_so(topic, answers):
    shown = {question.id for question in asked(topic, answers)}
    for question in topic.questions:
        on = question.when
        if on is None:
            assert question.id in shown
            continue
        value = answers.get(on.question)
        key = {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
        assert (question.id in shown) == (on.question in shown and key in on.answers)


@given(topics(), answers_to)
def test_only_what_is_asked_is_kept_and_all_that_must_be_answered_is(topic, answers):
    known = {name: value for name, value in answers.items() if name in {q.id for q in topic.questions}}
    shown = {question.id: question for question in asked(topic, known)}
    draft = a_draft(topic=topic.id, given=known)
    try:
        kept = {answer.question for answer in guided(draft, [topic]).answers.given}
    except InvalidError:
        return
    assert kept <= shown.keys() & known.keys()
    assert {name for name, question in shown.items() if question.required} <= kept


@given(topics(), answers_to)
def test_what_is_not_asked_changes_nothing(topic, answers):
    known = {name: value for name, value in answers.items() if name in {q.id for q in topic.questions}}
    shown = {question.id for question in asked(topic, known)}
    told = {name: value for name, value in known.items() if name in shown}

    def outcome(values):
        try:
            return replace(guided(a_draft(topic=topic.id, given=values), [topic]), given={})
        except InvalidError as error:
            return error.problems

    assert outcome(known) == outcome(told)


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("text", "Word", None),
        ("text", "x" * LONGEST_LINE, None),
        ("text", "x" * (LONGEST_LINE + 1), "too_large"),
        ("text", 7, "wrong_answer"),
        ("text", "a\ud800", "wrong_answer"),
        ("long_text", "x" * LONGEST_TEXT, None),
        ("long_text", "x" * (LONGEST_TEXT + 1), "too_large"),
        ("choice", "a", None),
        ("choice", "c", "no_choice"),
        ("choice", True, "no_choice"),
        ("yes_no", False, None),
        ("yes_no", "yes", "wrong_answer"),
        ("yes_no", 0, "wrong_answer"),
        ("date", "2026-11-30", None),
        ("date", "2026-02-30", "wrong_answer"),
        ("date", "20261130", "wrong_answer"),
        ("date", "1969-12-31", "wrong_answer"),
        ("date", "9999-01-01", "wrong_answer"),
        ("number", 0, None),
        ("number", 2.5, None),
        ("number", True, "wrong_answer"),
        ("number", "3", "wrong_answer"),
        ("number", float("inf"), "wrong_answer"),
        ("number", float("nan"), "wrong_answer"),
        ("number", 10**13, "out_of_range"),
        ("number", 10**400, "out_of_range"),
    ],
)
def test_an_answer_is_of_the_kind_that_is_asked_for(kind, value, code):
    topic = a_topic(a_question("q", kind, "a b" if kind == "choice" else "", required=True))
    if code:
        assert refused(topic, q=value) == {"answers.q": code}
    else:
        assert [answer.value for answer in guide(topic, q=value).answers.given] == [value]


@pytest.mark.parametrize("nothing", [None, "", "  \n", "\u200b"])
def test_what_must_be_answered_is_missed_and_what_need_not_is_left_out(nothing):
    given = {} if nothing is None else {"q": nothing}
    assert refused(a_topic(a_question("q", required=True)), **given) == {"answers.q": "unanswered"}
    assert guide(a_topic(a_question("q")), **given).answers.given == ()


def test_all_that_is_wrong_is_told_at_once():
    topic = a_topic(a_question("a", required=True), a_question("b", "number"), a_question("c"))
    assert refused(topic, b="many", d="x") == {
        "answers.a": "unanswered",
        "answers.b": "wrong_answer",
        "answers.d": "no_question",
    }


@pytest.mark.parametrize(
    ("draft", "place"),
    [
        ({"topic": "nothing"}, "topic"),
        ({"given": {"q": "x"}}, "topic"),
        ({"description": " "}, "description"),
        ({"topic": "things", "description": ""}, "description"),
    ],
)
def test_a_request_says_what_it_is_about(draft, place):
    with pytest.raises(InvalidError) as error:
        guided(a_draft(**draft), [a_topic(a_question("q"))])
    assert [problem.field for problem in error.value.problems] == [place]


def test_who_answered_need_not_say_it_again():
    assert guide(a_topic(a_question("q")), description="", q="Broken").description == ""


def test_without_a_topic_everything_is_as_it_was():
    assert guided(a_draft(), []) == a_draft()


def test_answers_are_kept_in_the_words_in_which_they_were_asked():
    answers = guide(CHAIN, device="printer", place="  2nd   floor ", wet=True).answers
    assert answers == Answers(
        topic="things",
        name=in_both("Things"),
        language="en",
        given=(
            Answer(
                question="device",
                type=AnswerType.CHOICE,
                asked=in_both("device"),
                value="printer",
                said=in_both("printer"),
            ),
            Answer(question="place", type=AnswerType.TEXT, asked=in_both("place"), value="2nd floor"),
        ),
    )


@pytest.mark.parametrize(("language", "words"), [("en", "place"), ("de", "place (de)"), ("fr", "place"), ("", "place")])
def test_words_are_the_readers_where_there_are_any_else_those_that_were_seen(language, words):
    answers = guide(CHAIN, device="printer", place="Hall").answers
    assert answers.words(answers.given[1].asked, language) == words


MEANING = a_topic(
    a_question(
        "a", "choice", "x y", means={"x": {"kind": "incident", "urgency": "high"}, "y": {"category": "network"}}
    ),
    a_question("b", "yes_no", means={"yes": {"urgency": "low", "impact": "high"}}),
    kind="service_request",
    category="hardware",
)


@pytest.mark.parametrize(
    ("answers", "kind", "category", "impact", "urgency"),
    [
        ({}, "service_request", "hardware", "medium", "medium"),
        ({"a": "x"}, "incident", "hardware", "medium", "high"),
        ({"a": "y"}, "service_request", "network", "medium", "medium"),
        # The last that says something of it stands.
        ({"a": "x", "b": True}, "incident", "hardware", "high", "low"),
        ({"a": "x", "b": False}, "incident", "hardware", "medium", "high"),
    ],
)
def test_a_ticket_becomes_what_the_answers_mean(answers, kind, category, impact, urgency):
    asked_for = a_draft(topic="things", given=answers, category="question", impact=Scale.MEDIUM)
    draft = guided(asked_for, [MEANING])
    assert (draft.kind, draft.category, draft.impact, draft.urgency) == (kind, category, impact, urgency)
    assert draft.kind in Kind


def test_rules_see_what_was_written_and_chosen():
    draft = guide(CHAIN, device="printer", place="Hall", since="2026-11-30")
    assert draft.text.splitlines()[-2:] == ["Hall", "printer"]
    assert draft.written.splitlines()[-1] == "Hall"


def test_the_ticket_keeps_the_answers_where_they_can_be_erased():
    draft = guide(CHAIN, device="printer", place="Hall")
    (fact,) = create(draft, a_requester(), TERMS.at_first(), (), None, datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert (fact.event.topic, fact.personal.answers) == ("things", draft.answers)
