"""Lists of tickets: a line for each."""

from datetime import datetime
from typing import Final

from pydantic import Field

from helpdesk.core.tickets.rules import listing
from helpdesk.core.tickets.rules.listing import WaitsFor
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
    near_at: datetime | None = Field(None, description="From here on the next deadline is near.")
    paused_since: datetime | None = Field(None, description="Since when no clock runs that is to run on.")
    waits_for: WaitsFor | None = None
    waits_since: datetime | None = Field(None, description="Empty when it is our turn, and the last word is ours.")
    preview: str | None = Field(None, description="How the last message begins that its requester can read.")
    turn: Turn
    answer_by: datetime | None
    takes_part: bool = Field(False, description="Somebody else asked: it is listed for who takes part in it.")


class TicketPage(View):
    items: list[Card]
    cursor: str | None
    looked_at: int = Field(0, description="So many tickets of the list were looked at for this page.")


_FOR_ALL: Final = (
    *("id", "kind", "subject", "state", "phase", "priority", "category"),
    *("created_at", "updated_at", "revision"),
)

_FOR_STAFF: Final = (
    *("level", "team", "organization", "plan", "next_deadline", "next_clock", "until"),
    *("near_at", "paused_since", "waits_for", "waits_since", "preview"),
)


def card_view(card: listing.Card, by: Actor, *, takes_part: bool = False) -> Card:
    staff = by.is_staff
    return Card(
        **{name: getattr(card, name) for name in _FOR_ALL},
        **{name: getattr(card, name) if staff else None for name in _FOR_STAFF},
        assignee=PersonRef(id=card.assignee, name=card.assignee_name or "") if card.assignee else None,
        requester=PersonRef(id=card.requester, name=card.requester_name),
        breached=list(card.breached) if staff else [],
        waiting=card.waiting and staff,
        turn=turn_of(card),
        answer_by=card.answer_by or None,
        takes_part=takes_part,
    )
