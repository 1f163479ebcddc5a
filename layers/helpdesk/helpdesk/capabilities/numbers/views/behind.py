"""The tickets behind a figure, as the API gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from helpdesk.capabilities.numbers.rules.definitions import Unit
from helpdesk.capabilities.numbers.views.report import FigureSentence
from helpdesk.core.tickets.rules.listing import card
from helpdesk.core.tickets.views.cards import Card, card_view
from helpdesk.foundation.edge.outputs import View

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.numbers.actions.behind import Found
    from helpdesk.foundation.kernel.actors import Actor


class FigureTicket(View):
    ticket: Card
    value: float = Field(description="What the figure says of this ticket alone, in its unit.")


class FigureTickets(View):
    unit: Unit
    sentence: FigureSentence = Field(description="What the figure counts.")
    items: list[FigureTicket]
    total: int = Field(description="So many tickets are behind it.")
    cursor: str | None


def behind_view(found: Found, cursor: str | None, by: Actor) -> FigureTickets:
    return FigureTickets(
        unit=found.figure.unit,
        sentence=FigureSentence(en=found.figure.en, de=found.figure.de),
        items=[FigureTicket(ticket=card_view(card(ticket), by), value=value) for ticket, value in found.tickets],
        total=found.total,
        cursor=cursor,
    )
