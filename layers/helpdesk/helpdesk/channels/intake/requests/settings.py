"""Topics as administrators send them."""

from typing import Annotated

import msgspec
from pydantic import Field

from helpdesk.channels.intake.rules.topic import MOST_CHOICES, MOST_QUESTIONS, MOST_TOPICS, Icon, Topic
from helpdesk.core.record.answers import AnswerType
from helpdesk.foundation.edge.inputs import Flag, Identifier, Language, Line, Request
from helpdesk.foundation.kernel.vocabulary import Kind, Scale

InLanguages = Annotated[dict[Language, Line], Field(max_length=20)]


class AnswerMeaning(Request):
    """What a ticket becomes by an answer; what it says nothing of stays."""

    kind: Kind | None = None
    category: Identifier | None = None
    impact: Scale | None = None
    urgency: Scale | None = None


class TopicChoice(Request):
    id: Identifier
    name: InLanguages


class TopicCondition(Request):
    """An earlier question, and the answers to it: ids of choices, or `yes` and `no`. Any of them will do."""

    question: Identifier
    answers: Annotated[tuple[Identifier, ...], Field(max_length=MOST_CHOICES)]


class TopicQuestion(Request):
    """It is asked when what `when` says is so. `means` is by answer: ids of choices, or `yes` and `no`."""

    id: Identifier
    type: AnswerType
    label: InLanguages
    help: InLanguages = Field(default_factory=dict)
    required: Flag = False
    choices: Annotated[tuple[TopicChoice, ...], Field(max_length=MOST_CHOICES)] = ()
    when: TopicCondition | None = None
    means: Annotated[dict[Identifier, AnswerMeaning], Field(max_length=MOST_CHOICES)] = Field(default_factory=dict)


class TopicPlan(Request):
    """`kind` and `category` are what a ticket by it is until an answer says otherwise."""

    id: Identifier
    name: InLanguages
    icon: Icon = Icon.QUESTION
    kind: Kind | None = None
    category: Identifier | None = None
    asks_asset: Flag = False
    questions: Annotated[tuple[TopicQuestion, ...], Field(max_length=MOST_QUESTIONS)] = ()


class TopicsPlan(Request):
    """All topics in their order. Without any, the form is the plain one."""

    topics: Annotated[tuple[TopicPlan, ...], Field(max_length=MOST_TOPICS)]


def meant(plan: TopicsPlan) -> tuple[Topic, ...]:
    return msgspec.convert(plan.model_dump()["topics"], tuple[Topic, ...])
