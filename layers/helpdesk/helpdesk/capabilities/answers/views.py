"""What the API gives as answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from helpdesk.capabilities.answers.rules.score import THRESHOLD
from helpdesk.capabilities.knowledge.rules.article import address_of
from helpdesk.foundation.edge.outputs import View

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.answers.actions.answering import Answer


class AnsweringArticle(View):
    """An article that answers, in the language that was asked for or in the nearest that there is."""

    article: str
    language: str
    title: str
    passage: str = Field(description="What of it answers, as text.")
    score: float = Field(description="From 0 to 1.")
    address: str


class Answers(View):
    """The best first, at most four; empty where nothing is as good as the threshold."""

    items: list[AnsweringArticle]
    threshold: float


def answers_view(found: Sequence[Answer]) -> Answers:
    return Answers(items=[_view(each) for each in found], threshold=THRESHOLD)


def _view(found: Answer) -> AnsweringArticle:
    return AnsweringArticle(
        article=found.article.id,
        language=found.language,
        title=found.article.shown[found.language].title,
        passage=found.passage,
        score=found.score,
        address=address_of(found.article, found.language),
    )
