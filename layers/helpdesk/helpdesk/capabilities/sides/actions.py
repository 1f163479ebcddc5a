"""Staff write to people outside from a ticket, and close what is done with, also on one that is closed."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.capabilities.sides import rules
from helpdesk.capabilities.sides.rules import Heard, SideLetter
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Outcome, Wish, change
from helpdesk.core.tickets.rules import access, moving
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.errors import InvalidError

Shared = Sequence[tuple[str, int]]
"""Files of the ticket, by their ids and the commits they came with."""


def begin(desk: Desk, wish: Wish, letter: SideLetter, shared: Shared) -> Outcome:
    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(wish.by, ticket)
        roles.staff_only(wish.by)
        _check_outside(desk, ticket, letter)
        whole = _with_files(desk, ticket, letter, shared)
        return _moving(desk, wish, ticket, rules.begun(ticket, whole, desk.settings.of(TERMS)))

    return change(desk, wish, decide)


def answer(desk: Desk, wish: Wish, which: str, letter: SideLetter, shared: Shared) -> Outcome:
    """Specialists from outside go on with what there is; to whom it goes is for those of the house to say."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(wish.by, ticket)
        if letter.to:
            roles.staff_only(wish.by)
            _check_outside(desk, ticket, letter)
        whole = _with_files(desk, ticket, letter, shared)
        return _moving(desk, wish, ticket, rules.answered(ticket, which, whole, desk.settings.of(TERMS)))

    return change(desk, wish, decide)


def set_open(desk: Desk, wish: Wish, which: str, *, is_open: bool) -> Outcome:
    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(wish.by, ticket)
        return rules.reopened(ticket, which) if is_open else rules.closed(ticket, which)

    return change(desk, wish, decide)


def hear(desk: Desk, wish: Wish, which: str, heard: Heard) -> Outcome:
    """What somebody outside answered by mail: it is never refused, whatever became of the ticket."""
    return change(desk, wish, lambda ticket: rules.heard(ticket, which, heard, desk.settings.of(TERMS)))


def _check_outside(desk: Desk, ticket: Ticket, letter: SideLetter) -> None:
    """That nobody is written to who asks or takes part, by another address of theirs either."""
    having = desk.directory.having([*letter.to, *letter.cc])
    kept_out = {form for form, person in having.items() if any(access.is_of(ticket, each) for each in person.ids)}
    for field, addresses in (("to", letter.to), ("cc", letter.cc)):
        if found := next((each for each in addresses if folded(each) in kept_out), None):
            raise InvalidError.at(field, rules.ON_TICKET(name=found))


def _with_files(desk: Desk, ticket: Ticket, letter: SideLetter, shared: Shared) -> SideLetter:
    found = rules.shared_from(desk.tickets.entries(ticket.id), shared) if shared else ()
    rules.check_weight([*letter.attachments, *found])
    return replace(letter, shared=found)


def _moving(desk: Desk, wish: Wish, ticket: Ticket, facts: list[Fact]) -> list[Fact]:
    moving.check_taken_up(ticket, facts, wish.by, desk.clock.now())
    return facts
