"""Who is told what when something happens to a ticket. Nobody is told of what they did themselves."""

from collections.abc import Sequence

from msgspec import Struct

from helpdesk.domain import events
from helpdesk.domain.tickets import Entry, Ticket
from helpdesk.domain.vocabulary import PersonId, Phase, Role, TeamId, Visibility


class Notice(Struct, frozen=True, kw_only=True):
    """One person to be told, by one template; no person means everybody who works in the ticket's team or in `team`,
    and with `present` those of them who are there now.
    """

    template: str
    person: PersonId | None
    present: bool = False
    team: TeamId | None = None


def notices(entry: Entry, commit: Sequence[Entry], ticket: Ticket) -> list[Notice]:
    """The notices an entry calls for; `commit` are the entries written together with it."""
    wanted = _wanted(entry, commit, ticket)
    # The acknowledgement is a receipt: it goes also to the requester who opened the ticket.
    return [notice for notice in wanted if notice.person != entry.actor.id or notice.template == "acknowledgement"]


def _wanted(entry: Entry, commit: Sequence[Entry], ticket: Ticket) -> list[Notice]:
    match entry.event:
        case events.TicketCreated():
            return [Notice(template="acknowledgement", person=ticket.requester)]
        case events.MessageAdded(visibility=Visibility.PUBLIC, by=by):
            return [_message(by, ticket)] if by.is_staff or ticket.assignee else []
        case events.StateChanged(phase=Phase.SOLVED) if not _answered_in(commit):
            return [Notice(template="solved", person=ticket.requester)]
        case events.SurveyAsked():
            return [Notice(template="survey", person=ticket.requester)]
        case events.ClockWarned():
            return [Notice(template="warning", person=ticket.assignee)]
        case events.ClockBreached(stopped=False):
            # A breach that escalated the ticket took it from its assignee: then the new team is told.
            return [Notice(template="breach", person=ticket.assignee)]
        case events.LadderStepTaken(notify=notify):
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


def _of_assignment(event: events.Event) -> list[Notice]:
    match event:
        case events.TicketAssigned(assignee=str(assignee)):
            return [Notice(template="assigned", person=PersonId(assignee))]
        case events.TicketHandedOver(assignee=str(assignee)):
            return [Notice(template="handed_over", person=PersonId(assignee))]
        case events.TicketUnattended():
            return [Notice(template="unattended", person=None, present=True)]
        case _:
            return []


def _message(by: Role, ticket: Ticket) -> Notice:
    if by.is_staff:
        return Notice(template="reply", person=ticket.requester)
    return Notice(template="requester_wrote", person=ticket.assignee)


def _answered_in(commit: Sequence[Entry]) -> bool:
    return any(isinstance(entry.event, events.MessageAdded) and entry.is_public for entry in commit)
