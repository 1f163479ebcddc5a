"""The tickets behind a figure, for who may have them counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from helpdesk.capabilities.numbers.rules.asking import instants_of, reach_of, wanted_by
from helpdesk.capabilities.numbers.rules.behind import Place, tickets_of
from helpdesk.capabilities.numbers.rules.questions import ID, chosen_by, groups_of, lines_of, values_of
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.capabilities.numbers.ports import Line
    from helpdesk.capabilities.numbers.rules.asking import Asked
    from helpdesk.capabilities.numbers.rules.behind import Behind
    from helpdesk.capabilities.numbers.rules.definitions import Figure, Report, Source
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk


class Found(Struct, frozen=True, kw_only=True):
    figure: Figure
    tickets: Sequence[tuple[Ticket, float]]
    """Each with what the figure says of it alone."""
    total: int
    more: Place | None


def behind(desk: Desk, by: Person, asked: Asked, wanted: Behind) -> Found:
    """The tickets behind a figure, as they are now: one request for a page of them."""
    lines = counted(desk, by, asked, wanted)
    shown, last = lines[: wanted.limit], lines[wanted.limit - 1 : wanted.limit]
    more = Place(place=last[0]["place"], id=last[0]["id"]) if len(lines) > wanted.limit else None
    _, figure = _defined(asked.report, wanted)
    return Found(
        figure=figure, tickets=_as_they_are(desk, by, shown), total=lines[0]["total"] if lines else 0, more=more
    )


def counted(desk: Desk, by: Person, asked: Asked, wanted: Behind) -> Sequence[Line]:
    """One more than a page has, where there is one."""
    roles.staff_only(by.as_actor())
    source, figure = _defined(asked.report, wanted)
    spans, reach, chosen = asked.period.spans(desk.clock.now()), reach_of(by), wanted_by(by, asked)
    values = values_of(reach, chosen) | instants_of(spans) | {"key": wanted.key, "most": wanted.limit + 1}
    if wanted.after:
        values |= {"place": wanted.after.place, "id": wanted.after.id}
    counter = desk.numbers.counter
    counter.look()
    counter.find(lines_of(source, chosen_by(reach, chosen), (ID, *filter(None, [wanted.group]))), values)
    keyed, goes_on = wanted.key is not None, wanted.after is not None
    return counter.ask(tickets_of(source, figure, wanted.group, key=keyed, after=goes_on), values)


def _defined(of: Report, wanted: Behind) -> tuple[Source, Figure]:
    for source in of.sources:
        for figure in source.figures:
            known = wanted.group is None or wanted.group in groups_of(source, of.groups)
            if figure.name == wanted.figure and known:
                return source, figure
    raise NotFoundError("figure", wanted.figure)


def _as_they_are(desk: Desk, by: Person, lines: Sequence[Line]) -> list[tuple[Ticket, float]]:
    actor = by.as_actor()
    heads = {head.id: head for head in desk.tickets.heads([TicketId(line["id"]) for line in lines])} if lines else {}
    found = ((heads.get(TicketId(line["id"])), line["value"]) for line in lines)
    return [(ticket, value) for ticket, value in found if ticket and access.sees(actor, ticket)]
