"""What changed of tickets goes into packs of rows, by the month in which they were opened.

A pack is only ever added, and of two rows of one ticket the later one holds: who comes second, twice or late, and who
breaks off, changes nothing that is right.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from helpdesk.capabilities.numbers.actions import gathering
from helpdesk.capabilities.numbers.rules.counting import row_of
from helpdesk.capabilities.numbers.rules.gathering import named
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.months import month_of
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Mapping, Sequence

    from helpdesk.capabilities.numbers.rules.row import Row
    from helpdesk.core.tickets.rules.reading import Reading
    from helpdesk.foundation.desk import Desk


def project(desk: Desk, readings: Sequence[Reading]) -> Mapping[TicketId, Exception]:
    """Write the rows of tickets; on which of them that failed, and how."""
    made, unmade = tried(readings, lambda reading: row(desk, reading))
    months: dict[str, list[Row]] = defaultdict(list)
    for each in made:
        months[month_of(each.created_at)].append(each)
    failed = {reading.ticket.id: error for reading, error in unmade}
    for month, rows in months.items():
        failed |= _written(desk, month, rows)
    return failed


def _written(desk: Desk, month: str, rows: Sequence[Row]) -> Mapping[TicketId, Exception]:
    """One that cannot be written keeps none of the others out."""
    try:
        write(desk, month, rows)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one of them
        if len(rows) == 1:
            return {TicketId(rows[0].id): error}
        half = len(rows) // 2
        return {**_written(desk, month, rows[:half]), **_written(desk, month, rows[half:])}
    return {}


def row(desk: Desk, reading: Reading) -> Row:
    mails = sum(kept.went_out for kept in desk.notices.ledger.of_ticket(reading.ticket.id))
    return row_of(reading.ticket, reading.entries, book_of(desk.settings), desk.clock.wall(), mails)


def write(desk: Desk, month: str, rows: Sequence[Row]) -> None:
    put(desk, month, rows)
    gathering.gather(desk, month)


def put(desk: Desk, month: str, rows: Sequence[Row]) -> None:
    packed = desk.numbers.files.packed(rows)
    desk.numbers.packs.put(month, named(desk.new_id(), packed.rows), packed.content)
