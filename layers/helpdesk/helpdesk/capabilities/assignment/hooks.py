"""Attention that a ticket asks for by time alone, and who hears of its person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from helpdesk.capabilities.assignment.rules import overdue
from helpdesk.core.record.assignment import GONE, TicketAssigned, TicketHandedOver, TicketUnattended
from helpdesk.core.record.entry import Entry, Fact
from helpdesk.core.tickets.rules.hooks import Hooks, Moment, Notice, Told
from helpdesk.foundation.kernel.vocabulary import PersonId


def _wakes(moment: Moment) -> list[datetime]:
    return overdue.instants(moment.ticket)


def _due(moment: Moment) -> list[Fact]:
    return overdue.due(moment.ticket, moment.at)


def _notices(told: Told) -> list[Notice]:
    match told.entry.event:
        case TicketAssigned(assignee=str(assignee)):
            return [Notice(template="assigned", person=PersonId(assignee))]
        case TicketHandedOver(assignee=str(assignee)):
            return [Notice(template="handed_over", person=PersonId(assignee))]
        case TicketHandedOver(assignee=None, cause=cause) if cause in GONE and not _given_in(told.commit):
            return [Notice(template="returned", person=None)]
        case TicketUnattended():
            return [Notice(template="unattended", person=None, present=True)]
    return []


def _given_in(commit: Sequence[Entry]) -> bool:
    return any(isinstance(entry.event, TicketAssigned) and entry.event.assignee for entry in commit)


HOOKS: Final = Hooks(wakes=_wakes, due=_due, notices=_notices)
