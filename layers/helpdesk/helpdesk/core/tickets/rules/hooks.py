"""Hooks: what capabilities are asked about tickets. Pure and quick, as every change asks all of them."""

from collections.abc import Callable, Sequence
from datetime import datetime

from msgspec import Struct

from helpdesk.core.clocks.rules.ledger import Ledger
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId
from helpdesk.foundation.settings.documents import Settings


class Moment(Struct, frozen=True, kw_only=True):
    """A ticket at an instant."""

    ticket: Ticket
    """As all facts so far leave it."""
    before: Ticket | None
    """As it was before them; None for a new one."""
    facts: Sequence[Fact] = ()
    at: datetime
    ledger: Ledger
    """Its clocks, worked out once for all who ask."""
    settings: Settings


class Notice(Struct, frozen=True, kw_only=True):
    """Somebody to be told, by one template."""

    template: str
    person: PersonId | None
    """None for everybody who works in the ticket's team, or in `team`."""
    present: bool = False
    """Only those of a team who are there now."""
    team: TeamId | None = None
    matters: bool = False
    """Somebody has to hear of it now: while that person is gone or may not, others of the team do in their place."""


def to_owner(template: str, ticket: Ticket) -> Notice:
    """For who works on it, or goes on for them; for the team of a ticket that nobody has."""
    return Notice(template=template, person=ticket.assignee, matters=True)


class Told(Struct, frozen=True, kw_only=True):
    """An entry that people may have to hear of."""

    entry: Entry
    commit: Sequence[Entry]
    """The entries written together with it."""
    ticket: Ticket


def _no_facts(_: Moment) -> list[Fact]:
    return []


def _no_step(_: Moment, __: Fact) -> list[Fact]:
    return []


def _no_wakes(_: Moment) -> list[datetime]:
    return []


def _no_notices(_: Told) -> list[Notice]:
    return []


class Hooks(Struct, frozen=True, kw_only=True):
    """What one capability says of tickets; each says nothing by default."""

    follows: Callable[[Moment], list[Fact]] = _no_facts
    """Facts that follow from a change, whoever made it: written down at its end."""
    wakes: Callable[[Moment], list[datetime]] = _no_wakes
    """When time alone will bring something."""
    due: Callable[[Moment], list[Fact]] = _no_facts
    """Facts that time alone has brought."""
    stepped: Callable[[Moment, Fact], list[Fact]] = _no_step
    """What a fact that is due brings at once: written down right behind it."""
    notices: Callable[[Told], list[Notice]] = _no_notices
