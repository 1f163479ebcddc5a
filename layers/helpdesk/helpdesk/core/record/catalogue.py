from helpdesk.core.record.assignment import (
    AssignmentReviewed,
    TicketAssigned,
    TicketHandedOver,
    TicketQueued,
    TicketUnattended,
)
from helpdesk.core.record.clocks import ClockBreached, ClocksRecomputed, ClockWarned
from helpdesk.core.record.event import Event
from helpdesk.core.record.ladders import LaddersEnded, LadderStarted, LadderStepTaken, TicketAcknowledged
from helpdesk.core.record.levels import LevelNoteKept, TicketDeescalated, TicketEscalated
from helpdesk.core.record.surveys import SatisfactionRated, SurveyAsked
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated, TicketUpdated

CATALOGUE: dict[str, type[Event]] = {
    cls.__name__: cls
    for cls in (
        TicketCreated,
        MessageAdded,
        TicketUpdated,
        StateChanged,
        TicketAssigned,
        TicketQueued,
        TicketUnattended,
        AssignmentReviewed,
        TicketHandedOver,
        TicketEscalated,
        TicketDeescalated,
        ClockWarned,
        ClockBreached,
        ClocksRecomputed,
        LevelNoteKept,
        LadderStarted,
        LadderStepTaken,
        TicketAcknowledged,
        LaddersEnded,
        SurveyAsked,
        SatisfactionRated,
    )
}
