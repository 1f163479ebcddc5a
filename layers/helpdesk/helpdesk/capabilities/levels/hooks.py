"""Who hears that a ticket went to more skill."""

from typing import Final

from helpdesk.core.record.levels import TicketEscalated
from helpdesk.core.tickets.rules.hooks import Hooks, Notice, Told
from helpdesk.foundation.kernel.vocabulary import PersonId


def _notices(told: Told) -> list[Notice]:
    match told.entry.event:
        case TicketEscalated(previous=str(previous)):
            return [Notice(template="escalated", person=PersonId(previous))]
    return []


HOOKS: Final = Hooks(notices=_notices)
