"""What a step of an escalation ladder can do, and doing it."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.levels.rules import escalation
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ladders import Climb
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketUpdated
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.vocabulary import Level, Priority, TeamId


class ActionKind(StrEnum):
    """What a step can do. Whom `notify` means: `assignee`, `on_call`, `team:<id>` or `person:<id>`."""

    NOTIFY = "notify"
    RAISE_PRIORITY = "raise_priority"
    MOVE_LEVEL = "move_level"
    REASSIGN = "reassign"
    WEBHOOK = "webhook"


class Action(Struct, frozen=True, kw_only=True):
    kind: ActionKind
    value: str


class Rung(Struct, frozen=True, kw_only=True):
    """Due so long after the one before it, in open time of a calendar or, without one, in plain time."""

    after: timedelta
    calendar: str = ""
    actions: tuple[Action, ...]

    def values(self, kind: ActionKind) -> tuple[str, ...]:
        return tuple(action.value for action in self.actions if action.kind is kind)


def act(ticket: Ticket, rung: Rung, climb: Climb, settings: TicketTerms) -> tuple[Ticket, list[Fact]]:
    """The facts of a step's actions, and the ticket as they leave it; telling people follows from the step itself."""
    facts: list[Fact] = []
    for action in rung.actions:
        ticket, done = _ACTS.get(action.kind, _nothing)(ticket, action.value, climb, settings)
        facts += done
    return ticket, facts


def _nothing(ticket: Ticket, _: str, __: Climb, ___: TicketTerms) -> tuple[Ticket, list[Fact]]:
    return ticket, []


def _raise_priority(ticket: Ticket, _: str, __: Climb, ___: TicketTerms) -> tuple[Ticket, list[Fact]]:
    order = list(Priority)
    higher = order[max(0, order.index(ticket.priority) - 1)]
    if higher is ticket.priority:
        return ticket, []
    return replace(ticket, priority=higher), [Fact(event=TicketUpdated(priority=higher))]


def _move_level(ticket: Ticket, value: str, climb: Climb, settings: TicketTerms) -> tuple[Ticket, list[Fact]]:
    """One level up, or to the one named; at the top, or above it already, the ticket stays where it is."""
    target = ticket.level.next if value == "next" else Level(value)
    if target is None or target <= ticket.level:
        return ticket, []
    reason = f"{climb.clock} {climb.step}"
    facts = escalation.escalate(ticket, target, reason, "", settings, cause=climb.clock)
    return replace(ticket, level=target, team=settings.team_at(target, ticket.category)), facts


def _reassign(ticket: Ticket, value: str, _: Climb, __: TicketTerms) -> tuple[Ticket, list[Fact]]:
    team = TeamId(value)
    if team == ticket.team:
        return ticket, []
    return replace(ticket, team=team), [Fact(event=TicketUpdated(team=team))]


_ACTS: Final = {
    ActionKind.RAISE_PRIORITY: _raise_priority,
    ActionKind.MOVE_LEVEL: _move_level,
    ActionKind.REASSIGN: _reassign,
}
