from helpdesk.capabilities.levels.rules.correction import correct
from helpdesk.core.clocks.rules.policy_choice import promised_anew
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.teams import levels_of
from helpdesk.core.tickets.actions.change import Outcome, Wish, change
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.vocabulary import Level, TeamId


def correct_routing(desk: Desk, wish: Wish, team: TeamId | None, level: Level | None, reason: str) -> Outcome:
    """By a lead: it was routed wrongly. No escalation, and no answer: it is counted apart."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(wish.by, ticket)
        roles.lead_only(wish.by)
        facts = correct(ticket, team, level, reason, levels_of(desk.staffing.teams()), desk.settings.of(TERMS))
        return promised_anew(ticket, facts, book_of(desk.settings))

    return change(desk, wish, decide)
