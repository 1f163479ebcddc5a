"""What the API gives of tables, and of tickets line by line."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import Field

from helpdesk.capabilities.exports.rules.export import Format, Stage
from helpdesk.core.tickets.rules.listing import card
from helpdesk.core.tickets.views.cards import Card, card_view
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Channel, Scale

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Iterable

    from helpdesk.capabilities.exports.rules.export import Export as Made
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.kernel.actors import Actor


class Export(View):
    """A table that somebody asked for. It is kept for a day."""

    id: str
    at: datetime
    name: str
    format: Format
    stage: Stage
    total: int = Field(description="Tickets that were found when it was asked for; 0 of a report.")
    rows: int = Field(description="So many are in it by now.")
    why: str = Field(description="By which code it failed; empty where it is not known.")
    url: str | None = Field(description="Once it is done, where the file is for five minutes from now.")


class ExportList(View):
    items: list[Export]


class ExportedTicket(Card):
    """A ticket as it is now, with what no list has room for."""

    version: int
    channel: Channel
    language: str
    tags: list[str]
    impact: Scale
    urgency: Scale
    policy: str | None
    state_since: datetime
    vendor: str | None
    participants: list[str]
    assets: list[str]


class ExportedPage(View):
    items: list[ExportedTicket]
    cursor: str = Field(description="Where to go on: behind these, or with the next walk.")
    complete: bool = Field(description="This walk ends here: what changes from now on comes with the next.")


def export_view(made: Made, now: datetime, url: str | None = None) -> Export:
    return Export(
        id=made.id,
        at=made.at,
        name=made.wanted.file_name,
        format=made.wanted.format,
        stage=made.stage_at(now),
        total=made.total,
        rows=made.rows,
        why=made.why,
        url=url,
    )


def exported_page(tickets: Iterable[Ticket], cursor: str, by: Actor, *, whole: bool) -> ExportedPage:
    return ExportedPage(items=[_exported(ticket, by) for ticket in tickets], cursor=cursor, complete=whole)


def _exported(ticket: Ticket, by: Actor) -> ExportedTicket:
    return ExportedTicket(
        **dict(card_view(card(ticket), by)),
        version=ticket.version,
        channel=ticket.channel,
        language=ticket.language,
        tags=list(ticket.tags),
        impact=ticket.impact,
        urgency=ticket.urgency,
        policy=ticket.policy,
        state_since=ticket.state_since,
        vendor=ticket.vendor,
        participants=[each.person for each in ticket.participants],
        assets=[asset.id for asset in ticket.assets],
    )
