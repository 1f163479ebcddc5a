from helpdesk.capabilities.levels.rules.refusals import LEVEL_ALREADY
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.levels import TicketDeescalated, TicketEscalated
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.moving import check_open
from helpdesk.core.tickets.rules.refusals import TransitionRefusedError
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Level


def escalate(
    ticket: Ticket, level: Level | None, reason: str, tried: str, settings: TicketTerms, cause: str = "manual"
) -> list[Fact]:
    """Hand over to a higher level, the next one by default. Only upwards; at L3 there is nobody above."""
    if ticket.phase.is_finished:
        raise TransitionRefusedError(f"{ticket.id} is {ticket.state}; reopen it to escalate it.")
    target = level or ticket.level.next
    if target is None or target <= ticket.level:
        raise InvalidError.at("level", LEVEL_ALREADY(ticket=ticket.id, level=ticket.level))
    event = TicketEscalated(
        level=target,
        team=settings.team_at(target, ticket.category),
        previous_level=ticket.level,
        previous_team=ticket.team,
        reason=reason,
        tried=tried,
        cause=cause,
        previous=ticket.assignee,
    )
    return [Fact(event=event)]


def deescalate(
    ticket: Ticket, level: Level | None, answer: str, settings: TicketTerms, *, needless: bool
) -> list[Fact]:
    """Hand back to a lower level, the next one by default, with the answer it needs."""
    check_open(ticket)
    target = level or ticket.level.previous
    if target is None or target >= ticket.level:
        raise InvalidError.at("level", LEVEL_ALREADY(ticket=ticket.id, level=ticket.level))
    event = TicketDeescalated(
        level=target,
        team=settings.team_at(target, ticket.category),
        previous_level=ticket.level,
        previous_team=ticket.team,
        answer=answer,
        needless=needless,
    )
    return [Fact(event=event)]
