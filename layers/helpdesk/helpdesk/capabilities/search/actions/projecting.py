"""What changed of tickets goes into the index of their month.

An index is written beside what holds, and holds once its manifest says so. Who comes second takes over what the other
wrote, and writes again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from helpdesk.capabilities.search.rules.ticket import document_of
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.errors import BusyError
from helpdesk.foundation.kernel.months import month_of
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.search.rules.document import Document
    from helpdesk.core.tickets.rules.reading import Reading
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.vocabulary import TeamId

RACES: Final = 12
"""Two write at once, and operators beside them: nobody loses that often."""


def project(desk: Desk, readings: Sequence[Reading]) -> Mapping[TicketId, Exception]:
    """Write tickets into their indexes; on which of them that failed, and how."""
    teams = team_names(desk) if readings else {}
    read, unread = tried(readings, lambda reading: document(desk, reading, teams))
    by_month: dict[str, list[Document]] = defaultdict(list)
    for found in read:
        by_month[month_of(found.created)].append(found)
    unwritten = [failure for month, documents in by_month.items() for failure in _written(desk, month, documents)]
    return {reading.ticket.id: error for reading, error in unread} | dict(unwritten)


def team_names(desk: Desk) -> Mapping[TeamId, str]:
    return {team.id: team.name for team in desk.staffing.teams()}


def document(desk: Desk, reading: Reading, teams: Mapping[TeamId, str]) -> Document:
    ticket = reading.ticket
    organization = desk.organizations.find(ticket.organization) if ticket.organization else None
    return document_of(
        ticket,
        reading.entries,
        team=teams.get(ticket.team, ""),
        organization=organization.name if organization else "",
    )


def _written(desk: Desk, month: str, documents: Sequence[Document]) -> list[tuple[TicketId, Exception]]:
    """One that cannot be written keeps none of the others out: where many fail, halves of them are tried."""
    try:
        write(desk, month, documents)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one of them
        if len(documents) == 1:
            return [(TicketId(documents[0].id), error)]
        half = len(documents) // 2
        return _written(desk, month, documents[:half]) + _written(desk, month, documents[half:])
    return []


def write(desk: Desk, month: str, documents: Sequence[Document]) -> None:
    """Write documents into the index of a month; BusyError when others were always faster."""
    for _ in range(RACES):
        try:
            if _holds(desk, month, documents):
                return
        except Exception:
            desk.search.copies.forget(month)
            raise
    raise BusyError(f"The index of {month} is written by too many at once.")


def _holds(desk: Desk, month: str, documents: Sequence[Document]) -> bool:
    """Whether what was written is what holds now."""
    search = desk.search
    copy = search.copies.following(search.manifests.of(month))
    writer = copy.writer()
    writer.put(documents)
    pack = copy.packed(writer.commit())
    if pack is None:
        return True
    name = desk.new_id()
    manifest = copy.followed_by(name, pack)
    search.packs.put(month, name, msgspec.msgpack.encode(pack))
    if not search.manifests.move(manifest):
        return False
    copy.holds(manifest, pack)
    return True
