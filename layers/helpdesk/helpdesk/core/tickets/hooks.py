"""Who is told of what people do with a ticket."""

from collections.abc import Sequence
from typing import Final

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated
from helpdesk.core.tickets.rules.hooks import Hooks, Notice, Told, to_owner
from helpdesk.foundation.kernel.vocabulary import Phase, Role, Visibility


def _notices(told: Told) -> list[Notice]:
    ticket = told.ticket
    match told.entry.event:
        case TicketCreated(unacknowledged=None) if not _solved_in(told.commit):
            return [Notice(template="acknowledgement", person=ticket.requester)]
        case MessageAdded(visibility=Visibility.PUBLIC, by=by):
            return [_message(by, ticket)] if by.is_staff or ticket.assignee else []
        case StateChanged(phase=Phase.SOLVED) if not _answered_in(told.commit):
            return [Notice(template="solved", person=ticket.requester)]
    return []


def _message(by: Role, ticket: Ticket) -> Notice:
    if by.is_staff:
        return Notice(template="reply", person=ticket.requester)
    return to_owner("requester_wrote", ticket)


def _answered_in(commit: Sequence[Entry]) -> bool:
    return any(isinstance(entry.event, MessageAdded) and entry.is_public for entry in commit)


def _solved_in(commit: Sequence[Entry]) -> bool:
    """Then that is what there is to say, and no more that it came."""
    return any(isinstance(entry.event, StateChanged) and entry.event.phase is Phase.SOLVED for entry in commit)


HOOKS: Final = Hooks(notices=_notices)
