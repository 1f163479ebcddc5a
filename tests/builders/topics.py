"""Topics of the form. A test names what matters to it; the rest is as on any other day."""

from typing import Any

import msgspec
from helpdesk.channels.intake.rules.topic import Question, Topic
from helpdesk.core.record.answers import AnswerType
from helpdesk.foundation.desk import Desk
from hypothesis import strategies as st
from msgspec.structs import replace


def in_both(text: str) -> dict[str, str]:
    return {"en": text, "de": f"{text} (de)"}


def a_question(name: str, kind: str = "text", choices: str = "", **more: Any) -> Question:
    """`choices` are their ids, in one text."""
    fields = {
        "id": name,
        "type": AnswerType(kind),
        "label": in_both(name),
        "choices": [{"id": choice, "name": in_both(choice)} for choice in choices.split()],
    }
    return msgspec.convert(fields | more, Question)


def a_topic(*questions: Question, **more: Any) -> Topic:
    fields = {"id": "things", "name": in_both("Things"), "icon": "box"}
    return replace(msgspec.convert(fields | more, Topic), questions=questions)


def when(question: str, *answers: str) -> dict[str, Any]:
    return {"question": question, "answers": answers}


def put_topics(desk: Desk, *topics: Topic) -> None:
    """Saved as they are, right or wrong."""
    before = desk.settings.now("desk")
    document = {**before.document, "topics": msgspec.to_builtins(topics)}
    desk.settings.save(before, replace(before, revision=before.revision + 1, document=document))


@st.composite
def topics(draw: Any) -> Topic:
    """Topics whose questions depend on any earlier one."""
    questions = []
    for number in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(["text", "choice", "yes_no", "number"]))
        choices = "a b c" if kind == "choice" else ""
        keyed = [question for question in questions if question.keys]
        condition = {}
        if keyed and draw(st.booleans()):
            depends_on = draw(st.sampled_from(keyed))
            answers = draw(st.lists(st.sampled_from(depends_on.keys), min_size=1, unique=True))
            condition = {"when": when(depends_on.id, *answers)}
        required = draw(st.booleans())
        questions.append(a_question(f"q{number}", kind, choices, required=required, **condition))
    return a_topic(*questions)
