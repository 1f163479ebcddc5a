"""The head is the fold of the entries: nothing else decides it. Each chapter moves its own part alone."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from helpdesk.core.record import (
    assets,
    assignment,
    calls,
    clocks,
    core,
    ladders,
    latest,
    levels,
    mails,
    participants,
    pins,
    sequels,
    sides,
    surveys,
    tape,
)
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketCreated

Part = TypeVar("Part", bound=Struct)


def fold(entries: Iterable[Entry], start: Ticket | None = None) -> Ticket:
    """The head that these entries, in commit order, make."""
    ticket = start
    for entry in entries:
        ticket = evolve(ticket, entry)
    if ticket is None:
        raise ValueError("A ticket begins with an entry")
    return ticket


def evolve(ticket: Ticket | None, entry: Entry) -> Ticket:
    before = core.begun(entry, entry.event) if isinstance(entry.event, TicketCreated) else ticket
    if before is None:
        raise ValueError(f"{entry.ticket_id} begins with {entry.type}")
    return replace(
        core.after(before, entry),
        **asdict(assets.after(_flat(assets.Affected, before), before, entry)),
        **asdict(assignment.after(_flat(assignment.Ownership, before), before, entry)),
        escalations=levels.after(before.escalations, before, entry),
        fired=clocks.after(before.fired, before, entry),
        climbs=ladders.after(before.climbs, before, entry),
        survey=surveys.after(before.survey, before, entry),
        sequel=sequels.after(before.sequel, before, entry),
        pin=pins.after(before.pin, before, entry),
        caller=calls.after(before.caller, before, entry),
        mailed=mails.after(before.mailed, before, entry),
        circle=participants.after(before.circle, before, entry),
        beside=sides.after(before.beside, before, entry),
        latest=latest.after(before.latest, before, entry),
        tape=tape.after(before.tape, entry),
        promise=entry.promise or before.promise,
    )


def _flat(part: type[Part], ticket: Ticket) -> Part:
    """A part whose columns lie flat in the head."""
    return part(**{name: getattr(ticket, name) for name in part.__struct_fields__})
