"""The page of a ticket: what is the ticket's own on it, and what a page is to the routes that answer with one."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from msgspec import Struct

from helpdesk.core.page import Part, Seen
from helpdesk.core.record.sequels import Sequel
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules.moving import next_states
from helpdesk.core.tickets.rules.turn import Turn, turn_of
from helpdesk.core.tickets.settings import TERMS
from helpdesk.core.tickets.views.people import PersonRef, Requester, assignee_view, requester_view
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge.outputs import Problem, View
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Level, Phase, Priority, Scale


class TicketViews(Struct, frozen=True, kw_only=True):
    """How tickets are shown. The assembly makes it: a page holds something of every capability."""

    staff: type[View]
    """What staff get, by its class."""
    requester: type[View]
    """What its requester gets: nothing internal is in it, by construction."""
    newer: type[Problem]
    """A refusal that brings along how the ticket is now, as `current`."""
    show: Callable[[Desk, Page, Actor], View]


class ForEverybody(Struct, frozen=True, kw_only=True):
    """What its requester may know of a ticket, and staff anyway."""

    id: str
    subject: str
    state: str
    phase: Phase
    priority: Priority
    category: str | None
    created_at: datetime
    updated_at: datetime
    revision: int
    requester: Requester
    assignee: PersonRef | None
    follows: str | None
    followed_by: str | None
    turn: Turn
    """Whose turn it is, as its requester is told."""
    answer_by: datetime | None
    """When they hear from us at the latest; none while it is not for us to say something."""


def _for_everybody(seen: Seen) -> ForEverybody:
    ticket = seen.ticket
    sequel = ticket.sequel or Sequel()
    return ForEverybody(
        id=ticket.id,
        subject=ticket.subject,
        state=ticket.state,
        phase=ticket.phase,
        priority=ticket.priority,
        category=ticket.category,
        created_at=ticket.created_at,
        updated_at=ticket.updated_at,
        revision=ticket.revision,
        requester=requester_view(ticket, seen.by),
        assignee=assignee_view(ticket),
        follows=sequel.follows,
        followed_by=sequel.followed_by,
        turn=turn_of(ticket),
        answer_by=ticket.promise.answer_by or None,
    )


FOR_EVERYBODY: Final = Part(fields=ForEverybody, of=_for_everybody)


class ForStaff(Struct, frozen=True, kw_only=True):
    """What staff see beside that of the ticket itself."""

    kind: Kind
    impact: Scale
    urgency: Scale
    level: Level
    team: str
    channel: Channel
    language: str
    home_region: str
    until: datetime | None
    vendor: str | None
    mailbox: str | None
    """By its id in the settings: the one by which it came in."""
    related: str | None
    """A ticket that the mail it came by seems to be about, of whose people its sender is not."""
    next_states: list[str]


def _for_staff(seen: Seen) -> ForStaff:
    ticket, terms = seen.ticket, seen.desk.settings.of(TERMS)
    return ForStaff(
        kind=ticket.kind,
        impact=ticket.impact,
        urgency=ticket.urgency,
        level=ticket.level,
        team=ticket.team,
        channel=ticket.channel,
        language=ticket.language,
        home_region=ticket.home_region,
        until=ticket.until,
        vendor=ticket.vendor,
        mailbox=ticket.mailed.mailbox if ticket.mailed else None,
        related=ticket.mailed.related if ticket.mailed else None,
        next_states=list(next_states(ticket, seen.by, seen.desk.clock.now(), terms)),
    )


FOR_STAFF: Final = Part(fields=ForStaff, of=_for_staff)
