"""Handing a ticket over by hand."""

from helpdesk.capabilities.assignment.rules import by_hand
from helpdesk.capabilities.assignment.rules.by_hand import HandOver
from helpdesk.core.directory.rules import named
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.teams import levels_of
from helpdesk.core.tickets.actions.change import Outcome, Wish, change
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import PASSED
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


def hand_over(desk: Desk, wish: Wish, wanted: HandOver, team: TeamId | None, person: PersonId | None) -> Outcome:
    """Hand on to a team or a person by hand, with what they need to know."""
    if wanted.deadline and wanted.deadline <= desk.clock.now():
        raise InvalidError.at("deadline", PASSED())

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(wish.by, ticket)
        levels = levels_of(desk.staffing.teams())
        to = named(desk.directory, person, "person") if person else None
        away = bool(to and desk.staffing.availability(to.id).usable.absence(desk.clock.now()))
        return by_hand.hand_over(ticket, wanted, team, to, levels, away=away)

    return change(desk, wish, decide)
