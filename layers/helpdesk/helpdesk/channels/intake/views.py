"""The public form, and the answer to who opened a ticket."""

from datetime import datetime
from typing import Any

from pydantic import create_model

from helpdesk.channels.intake.settings import FormTerms
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Personal
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.addresses import shown
from helpdesk.foundation.kernel.vocabulary import Scale


class Category(View):
    id: str
    name: dict[str, str]


class PortalForm(View):
    form_token: str
    categories: list[Category]
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
    }


def with_ticket(name: str, ticket: Any) -> type[Opened]:
    """The answer of this name, with the ticket as it is shown to who opened it."""
    return create_model(name, __base__=Opened, ticket=ticket)


def form_view(token: str, terms: TicketTerms, form: FormTerms, most_bytes: int) -> PortalForm:
    return PortalForm(
        form_token=token,
        categories=[Category(id=category.id, name=dict(category.name)) for category in terms.categories],
        levels=list(Scale),
        max_attachment_bytes=most_bytes,
        languages=list(form.languages),
    )
