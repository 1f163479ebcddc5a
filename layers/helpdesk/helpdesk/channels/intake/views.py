"""The public form, and the answer to who opened a ticket."""

from typing import Any

from pydantic import create_model

from helpdesk.channels.intake.settings import FormTerms
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.edge.outputs import View
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
