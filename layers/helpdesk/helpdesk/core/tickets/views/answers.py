"""Answers to the questions of a topic, as people see them."""

from helpdesk.core.record.answers import Answers, AnswerType
from helpdesk.foundation.edge.outputs import View


class AnswerView(View):
    """A question and its answer, with words in every language they had. `said` are those of a choice; a day is
    written `2026-11-30`.
    """

    question: str
    type: AnswerType
    asked: dict[str, str]
    value: str | bool | float
    said: dict[str, str]


class AnswersView(View):
    """`language` is the one in which it was asked."""

    topic: str
    name: dict[str, str]
    language: str
    given: list[AnswerView]


def answers_view(answers: Answers | None) -> AnswersView | None:
    if answers is None:
        return None
    given = [
        AnswerView(
            question=each.question, type=each.type, asked=dict(each.asked), value=each.value, said=dict(each.said)
        )
        for each in answers.given
    ]
    return AnswersView(topic=answers.topic, name=dict(answers.name), language=answers.language, given=given)
