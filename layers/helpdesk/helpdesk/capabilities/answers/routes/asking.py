"""Questions that articles answer: of everybody, and of who is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query

from helpdesk.capabilities.answers.actions import answering
from helpdesk.capabilities.answers.rules.question import LONGEST
from helpdesk.capabilities.answers.views import Answers, answers_view
from helpdesk.capabilities.knowledge.actions import reading
from helpdesk.capabilities.knowledge.requests import ForWhom
from helpdesk.core.directory.routes import person
from helpdesk.foundation.edge.http import Answer, answer, gives

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.edge.api import Api

Question = Annotated[str, Query(max_length=LONGEST, description="Words, or what somebody is about to write.")]


def added_to(api: Api) -> None:
    @api.get("/api/portal/answers", responses=gives(Answers))
    def answer_everybody(q: Question, language: ForWhom) -> Answer:
        """Articles that everybody may read and that answer, by words and by meaning, in whatever language they ask."""
        return _answered(api, None, q, language)

    @api.get("/api/answers", responses=gives(Answers))
    def answer_reader(q: Question, language: ForWhom) -> Answer:
        """Articles that the caller may read and that answer, by words and by meaning, in whatever language."""
        return _answered(api, person(api), q, language)


def _answered(api: Api, who: Person | None, q: str, language: str) -> Answer:
    desk = api.desk()
    return answer(answers_view(answering.answers(desk, reading.reader_of(desk, who), q, language)))
