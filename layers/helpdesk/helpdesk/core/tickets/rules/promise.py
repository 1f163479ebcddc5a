from datetime import datetime

from helpdesk.capabilities.assignment.rules import overdue as attention
from helpdesk.capabilities.ladders.hooks import GRACE
from helpdesk.capabilities.surveys import rules as surveys
from helpdesk.capabilities.timers.rules.returns import reminders
from helpdesk.core.clocks.rules import ledger as clocks_ledger
from helpdesk.core.clocks.rules import steps as sla
from helpdesk.core.clocks.rules.ledger import Ledger
from helpdesk.core.clocks.settings.book import SlaBook
from helpdesk.core.record.promise import Promise
from helpdesk.core.record.ticket import Ticket


def _first(*instants: datetime | None) -> datetime | None:
    return min((instant for instant in instants if instant), default=None)


def promise_of(ticket: Ticket, book: SlaBook, ledger: Ledger) -> Promise:
    """What lists and timers need to know of the ledger."""
    first = ledger.next_due
    wake_at = _first(
        sla.next_wake(ledger, ticket.fired),
        *(reminder.at for reminder in reminders(ticket, book)),
        surveys.ask_at(ticket, book.survey, book.calendars),
        *attention.instants(ticket),
        *(climb.next_at + GRACE for climb in ticket.climbs),
    )
    return Promise(
        next_deadline=first.due_at if first else None,
        next_clock=first.clock if first else None,
        wake_at=wake_at,
        armed=_armed(ticket, wake_at, ledger.at),
        waiting=any(clock.state is clocks_ledger.ClockState.PAUSED for clock in ledger.live),
        breached=tuple(sorted({clock.clock for clock in ledger.clocks if clock.breached})),
    )


def _armed(ticket: Ticket, wake_at: datetime | None, now: datetime) -> int:
    """A wake that stays and is to come has its timer. One that has passed may have rung already."""
    stays = wake_at is not None and wake_at == ticket.promise.wake_at and wake_at > now
    return ticket.promise.armed if stays else ticket.version
