from typing import Final

from helpdesk.core.record.assignment import AssignmentReviewed, TicketAssigned, TicketHandedOver
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.levels import TicketDeescalated, TicketEscalated
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated, TicketUpdated
from helpdesk.foundation.kernel.actors import system

ASSIGNMENT: Final = system("assignment")

_ASSIGNING: Final = (
    TicketCreated,
    TicketEscalated,
    TicketDeescalated,
    TicketAssigned,
    StateChanged,
    AssignmentReviewed,
)


def concerns_assignment(entry: Entry) -> bool:
    """Whether assignment has to look: somebody is wanted, or somebody has more or less to do than before.

    What assignment wrote itself it knows.
    """
    by_assignment = entry.actor.id == ASSIGNMENT.id
    match entry.event:
        case TicketHandedOver(team=team, previous_team=previous):
            return not by_assignment or team != previous
        case TicketUpdated(team=team, level=level, priority=priority):
            return any((team, level, priority))
        case MessageAdded(text_language=str()):
            return True
        case event:
            return not by_assignment and isinstance(event, _ASSIGNING)
