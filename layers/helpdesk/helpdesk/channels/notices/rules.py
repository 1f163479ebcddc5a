"""Who is told what when something happens to a ticket. Nobody is told of what they did themselves."""

from collections.abc import Sequence

from helpdesk.core.record.assignment import TicketAssigned, TicketHandedOver, TicketUnattended
from helpdesk.core.record.clocks import ClockBreached, ClockWarned
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.ladders import LadderStepTaken
from helpdesk.core.record.surveys import SurveyAsked
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated
from helpdesk.core.tickets.hooks import Notice
from helpdesk.foundation.kernel.vocabulary import PersonId, Phase, Role, TeamId, Visibility


def notices(entry: Entry, commit: Sequence[Entry], ticket: Ticket) -> list[Notice]:
    """The notices an entry calls for; `commit` are the entries written together with it."""
    wanted = _wanted(entry, commit, ticket)
    # The acknowledgement is a receipt: it goes also to the requester who opened the ticket.
    return [notice for notice in wanted if notice.person != entry.actor.id or notice.template == "acknowledgement"]


def _wanted(entry: Entry, commit: Sequence[Entry], ticket: Ticket) -> list[Notice]:
    match entry.event:
        case TicketCreated():
            return [Notice(template="acknowledgement", person=ticket.requester)]
        case MessageAdded(visibility=Visibility.PUBLIC, by=by):
            return [_message(by, ticket)] if by.is_staff or ticket.assignee else []
        case StateChanged(phase=Phase.SOLVED) if not _answered_in(commit):
            return [Notice(template="solved", person=ticket.requester)]
        case SurveyAsked():
            return [Notice(template="survey", person=ticket.requester)]
        case ClockWarned():
            return [Notice(template="warning", person=ticket.assignee)]
        case ClockBreached(stopped=False):
            # A breach that escalated the ticket took it from its assignee: then the new team is told.
            return [Notice(template="breach", person=ticket.assignee)]
        case LadderStepTaken(notify=notify):
            return [_page(whom, ticket) for whom in notify]
        case event:
            return _of_assignment(event)


def _page(whom: str, ticket: Ticket) -> Notice:
    """Whom a ladder's step tells: `assignee`, `on_call`, `team:<id>` or `person:<id>`."""
    sort, _, name = whom.partition(":")
    match sort:
        case "person":
            return Notice(template="page", person=PersonId(name))
        case "team":
            return Notice(template="page", person=None, team=TeamId(name))
        case "assignee":
            return Notice(template="page", person=ticket.assignee)
        case _:
            return Notice(template="page", person=None)


def _of_assignment(event: Event) -> list[Notice]:
    match event:
        case TicketAssigned(assignee=str(assignee)):
            return [Notice(template="assigned", person=PersonId(assignee))]
        case TicketHandedOver(assignee=str(assignee)):
            return [Notice(template="handed_over", person=PersonId(assignee))]
        case TicketUnattended():
            return [Notice(template="unattended", person=None, present=True)]
        case _:
            return []


def _message(by: Role, ticket: Ticket) -> Notice:
    if by.is_staff:
        return Notice(template="reply", person=ticket.requester)
    return Notice(template="requester_wrote", person=ticket.assignee)


def _answered_in(commit: Sequence[Entry]) -> bool:
    return any(isinstance(entry.event, MessageAdded) and entry.is_public for entry in commit)
