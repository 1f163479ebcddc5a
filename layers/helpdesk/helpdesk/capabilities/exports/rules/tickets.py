"""A line of a list as cells of a table: what every row has, and what each column of a view says."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.views.rules import Column
from helpdesk.core.tickets.rules.listing import Card
from helpdesk.foundation.kernel.cells import Cell, duration, instant_in
from helpdesk.foundation.kernel.vocabulary import TeamId


class Around(Struct, frozen=True, kw_only=True):
    """What a card does not say itself: when it is read, where, and how teams are called."""

    now: datetime
    zone: tzinfo
    teams: Mapping[TeamId, str]


Says = Callable[[Card, Around], Sequence[Cell]]


class _Part(Struct, frozen=True):
    headings: tuple[str, ...]
    says: Says


_TICKET: Final = _Part(
    ("id", "subject", "requester", "created_at"),
    lambda card, around: (card.id, card.subject, card.requester_name, instant_in(around.zone, card.created_at)),
)


def _turn(card: Card, around: Around) -> Sequence[Cell]:
    if card.waits_since is None:
        return card.waits_for or "", "", "", ""
    waited = max(0, int((around.now - card.waits_since).total_seconds()))
    return card.waits_for or "", instant_in(around.zone, card.waits_since), duration(waited), waited


def _deadline(card: Card, around: Around) -> Sequence[Cell]:
    return card.next_clock or "", instant_in(around.zone, card.next_deadline), ", ".join(card.breached)


_PARTS: Final[Mapping[Column, _Part]] = {
    Column.TURN: _Part(("waits_for", "waits_since", "waited", "waited_seconds"), _turn),
    Column.DEADLINE: _Part(("next_clock", "next_deadline", "missed"), _deadline),
    Column.PRIORITY: _Part(("priority",), lambda card, _: (card.priority.value,)),
    Column.STATE: _Part(("state",), lambda card, _: (card.state,)),
    Column.TEAM: _Part(("team",), lambda card, around: (around.teams.get(card.team, card.team),)),
    Column.ASSIGNEE: _Part(("assignee",), lambda card, _: (card.assignee_name or "",)),
    Column.UPDATED: _Part(("updated_at",), lambda card, around: (instant_in(around.zone, card.updated_at),)),
}


def headings(columns: Sequence[Column]) -> list[Cell]:
    return [heading for part in _parts(columns) for heading in part.headings]


def row(card: Card, columns: Sequence[Column], around: Around) -> list[Cell]:
    return [cell for part in _parts(columns) for cell in part.says(card, around)]


def _parts(columns: Sequence[Column]) -> list[_Part]:
    return [_TICKET, *(_PARTS[column] for column in columns)]
