from helpdesk.capabilities.assignment.rules import by_hand
from helpdesk.capabilities.assignment.rules.by_hand import HandOver
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.calls import Call, change_by, named_person
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk, Outcome
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import PASSED
from helpdesk.foundation.kernel.vocabulary import TeamId


def hand_over(desk: Desk, call: Call, wanted: HandOver, team: TeamId | None, person: str | None) -> Outcome:
    """Hand on to a team or a person by hand, with what they need to know."""
    if wanted.deadline and wanted.deadline <= desk.clock.now():
        raise InvalidError.at("deadline", PASSED())

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(call.by, ticket)
        levels = {known.id: known.level for known in desk.staffing.teams()}
        return by_hand.hand_over(ticket, wanted, team, named_person(desk, person, "person"), levels)

    return change_by(desk, call, decide)
