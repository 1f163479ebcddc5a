"""The public form, and the answer to who opened a ticket."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import create_model

from helpdesk.channels.intake.rules.topic import Icon, Question, Topic
from helpdesk.channels.intake.settings.form import FormTerms
from helpdesk.core.record.answers import AnswerType
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Personal
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.core.tickets.views.answers import AnswersView, answers_view
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.addresses import shown
from helpdesk.foundation.kernel.vocabulary import Scale


class Category(View):
    id: str
    name: dict[str, str]


class ChoiceView(View):
    id: str
    name: dict[str, str]


class AskedWhen(View):
    """An earlier question, and the answers to it: ids of choices, or `yes` and `no`. Any of them will do."""

    question: str
    answers: list[str]


class QuestionView(View):
    id: str
    type: AnswerType
    label: dict[str, str]
    help: dict[str, str]
    required: bool
    choices: list[ChoiceView]
    when: AskedWhen | None


class TopicView(View):
    """What one can ask about. `asks_asset` says that the number on the thing is asked for, too."""

    id: str
    name: dict[str, str]
    icon: Icon
    asks_asset: bool
    questions: list[QuestionView]


class PortalForm(View):
    """`topics` are in their order; what their answers mean stays inside."""

    form_token: str
    categories: list[Category]
    topics: list[TopicView]
    levels: list[Scale]
    max_attachment_bytes: int
    languages: list[str]


class Opened(View):
    id: str
    status_url: str


class Receipt(View):
    """What was sent by the public form, as it was typed. It says nothing of what the desk knows or does."""

    id: str
    sent_at: datetime
    name: str
    email: str
    subject: str
    description: str
    files: list[str]
    answers: AnswersView | None


class Sent(Receipt):
    """`status_url` shows the receipt. The way to the ticket itself is mailed to `email`. `answer_by` is when whoever
    sends this hears from us at the latest.
    """

    status_url: str
    answer_by: datetime | None


def receipt(entry: Entry) -> dict[str, Any]:
    """The fields of a receipt, from the entry that a form made."""
    words, event = entry.personal or Personal(), entry.event
    return {
        "id": entry.ticket_id,
        "sent_at": entry.at,
        "name": words.author or "",
        "email": shown(words.email or ""),
        "subject": getattr(event, "subject", ""),
        "description": words.body or "",
        "files": [file.name for file in getattr(event, "attachments", ())],
        "answers": answers_view(words.answers),
    }


def with_ticket(name: str, ticket: Any) -> type[Opened]:
    """The answer of this name, with the ticket as it is shown to who opened it."""
    return create_model(name, __base__=Opened, ticket=ticket)


def _topic_view(topic: Topic) -> TopicView:
    return TopicView(
        id=topic.id,
        name=dict(topic.name),
        icon=topic.icon,
        asks_asset=topic.asks_asset,
        questions=[_question_view(question) for question in topic.questions],
    )


def _question_view(question: Question) -> QuestionView:
    when = question.when
    return QuestionView(
        id=question.id,
        type=question.type,
        label=dict(question.label),
        help=dict(question.help),
        required=question.required,
        choices=[ChoiceView(id=choice.id, name=dict(choice.name)) for choice in question.choices],
        when=AskedWhen(question=when.question, answers=list(when.answers)) if when else None,
    )


def form_view(token: str, terms: TicketTerms, topics: Sequence[Topic], form: FormTerms, most_bytes: int) -> PortalForm:
    return PortalForm(
        form_token=token,
        categories=[Category(id=category.id, name=dict(category.name)) for category in terms.categories],
        topics=[_topic_view(topic) for topic in topics],
        levels=list(Scale),
        max_attachment_bytes=most_bytes,
        languages=list(form.languages),
    )
