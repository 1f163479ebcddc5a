"""What the API gives. The models are the contract: OpenAPI and the web's types are made from them."""

from datetime import datetime
from typing import Any

from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Kind, Level, Phase, Priority, Role, Scale, Visibility


class PersonRef(View):
    id: str
    name: str


class Requester(View):
    id: str
    name: str
    email: str = ""


class Actor(View):
    id: str
    name: str
    role: Role


class Attachment(View):
    """`href` answers with a short-lived download address."""

    id: str
    name: str
    size: int
    type: str
    href: str


class Entry(View):
    """A line of the timeline. `data` are the fields of the fact named by `type`."""

    id: str
    at: datetime
    type: str
    visibility: Visibility
    actor: Actor
    body: str | None
    attachments: list[Attachment]
    data: dict[str, Any]


class AffectedAsset(View):
    """An asset as it was when the ticket named it; `impact` is the least that it asked for."""

    id: str
    name: str
    type: str
    impact: Scale | None


class Card(View):
    """A line of a list. Staff-only fields are empty for requesters."""

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


class TicketPage(View):
    items: list[Card]
    cursor: str | None
