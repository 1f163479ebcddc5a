"""An article of what was solved: in one step, to be read by somebody before anybody outside does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.knowledge.actions import writing
from helpdesk.capabilities.knowledge.rules import from_ticket
from helpdesk.capabilities.knowledge.rules.article import State
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import reason

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.capabilities.knowledge.rules.article import Article
    from helpdesk.core.directory.rules import Person
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.kernel.vocabulary import TicketId

NOT_SOLVED: Final = reason("not_solved", "{name} is not solved yet: there is no answer to write down")

NEWEST: Final = 100
"""Entries that are looked at, and what the ticket began with: two requests, however long it is."""


def make(desk: Desk, who: Person, ticket_id: TicketId) -> Article:
    """An article in review, in the language of the ticket."""
    by = roles.staff_only(who.as_actor())
    page = desk.tickets.timeline(ticket_id, None, NEWEST)
    ticket = access.workable_by(by, page.ticket)
    if ticket.phase not in from_ticket.SOLVED:
        raise InvalidError.at("ticket", NOT_SOLVED(name=ticket.id))
    first = desk.tickets.commit(ticket_id, 1) if page.earlier else ()
    text = from_ticket.known_error(
        ticket, [*first, *page.entries], _organization(desk, ticket), _category(desk, ticket)
    )
    return writing.make(desk, who, from_ticket.language_of(ticket), text, State.IN_REVIEW)


def _organization(desk: Desk, ticket: Ticket) -> list[str]:
    named = [ticket.organization] if ticket.organization else []
    return [each.name for each in desk.organizations.known(named).values()] if named else []


def _category(desk: Desk, ticket: Ticket) -> str:
    """Every article has one."""
    return ticket.category or desk.settings.of(TERMS).categories[0].id
