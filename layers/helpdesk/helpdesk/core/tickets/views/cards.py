"""Lists of tickets: a line for each."""

from datetime import datetime

from helpdesk.core.tickets.rules import listing
from helpdesk.core.tickets.rules.turn import Turn, turn_of
from helpdesk.core.tickets.views.people import PersonRef
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Kind, Level, Phase, Priority


class Card(View):
    """A line of a list. Staff-only fields are empty for requesters. `revision` counts what people did with it, `turn`
    says whose turn it is, and `answer_by` when its requester hears from us at the latest.
    """

    id: str
    kind: Kind
    subject: str
    state: str
    phase: Phase
    priority: Priority
    level: Level | None
    team: str | None
    assignee: PersonRef | None
    requester: PersonRef
    organization: str | None
    plan: str | None = None
    category: str | None
    created_at: datetime
    updated_at: datetime
    next_deadline: datetime | None
    next_clock: str | None
    breached: list[str]
    waiting: bool
    until: datetime | None
    revision: int
    turn: Turn
    answer_by: datetime | None


class TicketPage(View):
    items: list[Card]
    cursor: str | None


def card_view(card: listing.Card, by: Actor) -> Card:
    staff = by.is_staff
    assignee = PersonRef(id=card.assignee, name=card.assignee_name or "") if card.assignee else None
    return Card(
        id=card.id,
        kind=card.kind,
        subject=card.subject,
        state=card.state,
        phase=card.phase,
        priority=card.priority,
        level=card.level if staff else None,
        team=card.team if staff else None,
        assignee=assignee,
        requester=PersonRef(id=card.requester, name=card.requester_name),
        organization=card.organization if staff else None,
        plan=card.plan if staff else None,
        category=card.category,
        created_at=card.created_at,
        updated_at=card.updated_at,
        next_deadline=card.next_deadline if staff else None,
        next_clock=card.next_clock if staff else None,
        breached=list(card.breached) if staff else [],
        waiting=card.waiting and staff,
        until=card.until if staff else None,
        revision=card.revision,
        turn=turn_of(card),
        answer_by=card.answer_by or None,
    )
