"""When ladders begin and end, when their steps are due, and whom those tell."""

from datetime import datetime, timedelta
from typing import Final

from helpdesk.capabilities.ladders.rules import ladder
from helpdesk.capabilities.ladders.settings import ladders_of
from helpdesk.core.record.clocks import ClockBreached, ClockWarned
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ladders import LadderStepTaken
from helpdesk.core.record.levels import TicketDeescalated
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.core.tickets.rules.hooks import Hooks, Moment, Notice, Told, to_owner
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId

# A ladder's workflow takes its steps; should it be lost, the ticket's own timer takes them so much later.
GRACE: Final = timedelta(minutes=2)


def _follows(moment: Moment) -> list[Fact]:
    """A new ticket may begin some; one that is finished or came back with an answer ends all."""
    if moment.before is None:
        created = (fact.event for fact in moment.facts if isinstance(fact.event, TicketCreated))
        return [fact for event in created for fact in ladder.on_creation(event, ladders_of(moment.settings), moment.at)]
    handed_back = any(isinstance(fact.event, TicketDeescalated) for fact in moment.facts)
    return ladder.end(moment.before) if handed_back or moment.ticket.phase.is_finished else []


def _wakes(moment: Moment) -> list[datetime]:
    return [climb.next_at + GRACE for climb in moment.ticket.climbs]


def _stepped(moment: Moment, fact: Fact) -> list[Fact]:
    match fact.event:
        case ClockWarned(clock=clock, step=step) | ClockBreached(clock=clock, step=step):
            ladders, settings = ladders_of(moment.settings), moment.settings.of(TERMS)
            return ladder.on_clock(moment.ticket, clock, step, ladders, settings, moment.at)
    return []


def _due(moment: Moment) -> list[Fact]:
    """Steps of those ladders that it was on when the timer rang."""
    climbs = moment.before.climbs if moment.before else ()
    ladders, settings = ladders_of(moment.settings), moment.settings.of(TERMS)
    return ladder.due(moment.ticket, climbs, ladders, settings, moment.at)


def _notices(told: Told) -> list[Notice]:
    if isinstance(told.entry.event, LadderStepTaken):
        return [_page(whom, told.ticket) for whom in told.entry.event.notify]
    return []


def _page(whom: str, ticket: Ticket) -> Notice:
    """Whom a ladder's step tells: `assignee`, `on_call`, `team:<id>` or `person:<id>`."""
    sort, _, name = whom.partition(":")
    match sort:
        case "person":
            return Notice(template="page", person=PersonId(name), matters=True)
        case "team":
            return Notice(template="page", person=None, team=TeamId(name))
        case "assignee":
            return to_owner("page", ticket)
        case _:
            return Notice(template="page", person=None)


HOOKS: Final = Hooks(follows=_follows, wakes=_wakes, due=_due, stepped=_stepped, notices=_notices)
