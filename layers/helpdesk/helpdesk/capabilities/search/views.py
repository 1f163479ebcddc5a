"""What was found, as the API gives it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from helpdesk.capabilities.search.rules.snippet import marked
from helpdesk.core.tickets.views.cards import Card, card_view
from helpdesk.foundation.edge.outputs import View

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.search import ports
    from helpdesk.capabilities.search.rules import snippet
    from helpdesk.capabilities.search.rules.snippet import Finds
    from helpdesk.capabilities.search.rules.things import Thing
    from helpdesk.foundation.kernel.actors import Actor


class Piece(View):
    """Text, and whether it is what was looked for."""

    text: str
    marked: bool


class Hit(View):
    kind: str
    id: str
    title: list[Piece]
    snippet: list[Piece] = Field(description="Where it stands, in a sentence; empty where the title says it all.")
    created_at: datetime | None = Field(description="Of tickets alone, as what stands below.")
    at: datetime | None = Field(description="When it changed last.")
    ticket: Card | None = Field(description="The line of a list.")


class SearchPage(View):
    items: list[Hit]
    cursor: str | None
    total: int
    total_is: Literal["exact", "at_least"]
    facets: dict[str, dict[str, int]] = Field(description="How many by field and value, the most frequent first.")
    understood: list[str] = Field(description="The conditions that the question was taken for.")


class AlikeTickets(View):
    items: list[Hit]


def hit_view(hit: ports.Hit, by: Actor) -> Hit:
    own = hit.card is not None and hit.card.requester in by.ids
    return Hit(
        kind=hit.kind,
        id=hit.id,
        title=_pieces(hit.title),
        snippet=_pieces(hit.snippet),
        created_at=hit.created,
        at=hit.at,
        ticket=card_view(hit.card, by, takes_part=not by.is_staff and not own) if hit.card else None,
    )


def thing_view(kind: str, thing: Thing, found: Finds) -> Hit:
    return Hit(
        kind=kind,
        id=thing.id,
        title=_pieces(marked(thing.title, None, found)),
        snippet=_pieces(marked(" · ".join(filter(None, thing.says)), None, found)),
        created_at=None,
        at=None,
        ticket=None,
    )


def _pieces(pieces: Sequence[snippet.Piece]) -> list[Piece]:
    return [Piece(text=piece.text, marked=piece.marked) for piece in pieces]
