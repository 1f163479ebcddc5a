"""The page of a ticket: what is the ticket's own on it, and what a page is to the routes that answer with one."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.core.tickets.views.people import assignee_view, requester_view
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.outputs import Problem, View
from helpdesk.foundation.kernel.actors import Actor


class TicketViews(Struct, frozen=True, kw_only=True):
    """How tickets are shown. The assembly makes it: a page holds something of every capability."""

    staff: type[View]
    """What staff get, by its class."""
    requester: type[View]
    """What its requester gets: nothing internal is in it, by construction."""
    newer: type[Problem]
    """A refusal that brings along how the ticket is now, as `current`."""
    show: Callable[[Desk, Page, Actor], View]


def for_everybody(ticket: Ticket) -> dict[str, Any]:
    """What its requester may know of a ticket, and staff anyway."""
    return {
        "id": ticket.id,
        "subject": ticket.subject,
        "state": ticket.state,
        "phase": ticket.phase,
        "priority": ticket.priority,
        "category": ticket.category,
        "created_at": ticket.created_at,
        "updated_at": ticket.updated_at,
        "revision": ticket.revision,
        "requester": requester_view(ticket),
        "assignee": assignee_view(ticket),
    }


def for_staff(ticket: Ticket, terms: TicketTerms) -> dict[str, Any]:
    """What staff see beside that of the ticket itself."""
    return {
        "kind": ticket.kind,
        "impact": ticket.impact,
        "urgency": ticket.urgency,
        "level": ticket.level,
        "team": ticket.team,
        "organization": ticket.organization,
        "plan": ticket.plan,
        "channel": ticket.channel,
        "language": ticket.language,
        "home_region": ticket.home_region,
        "until": ticket.until,
        "vendor": ticket.vendor,
        "next_deadline": ticket.promise.next_deadline,
        "next_states": list(terms.states[ticket.state].next),
    }
