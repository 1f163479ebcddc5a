"""Promises: which SLA policy holds for a ticket, and what its clocks say now."""

from datetime import datetime

from helpdesk.core.clocks.rules import ledger
from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.ledger import Ledger
from helpdesk.core.record.ticket import Ticket


def ledger_of(ticket: Ticket, book: Book, now: datetime) -> Ledger:
    return ledger.ledger(ticket.tape, book.policies, book.calendars, now)
