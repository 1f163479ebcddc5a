"""What the API gives. The models are the contract: OpenAPI and the web's types are made from them."""

from datetime import datetime
from typing import Any

from helpdesk.domain.vocabulary import Channel, Kind, Level, Phase, Priority, Role, Scale, Visibility
from helpdesk.entrypoints.clock_views import Clock
from helpdesk.entrypoints.customer_views import Customer
from helpdesk.entrypoints.outputs import Problem, View
from helpdesk.entrypoints.survey_views import Satisfaction


class Health(View):
    """`now` is product time; `rate` is how many of its seconds pass in a real one, 1 on AWS."""

    status: str
    version: str
    region: str
    now: datetime
    rate: float


class Category(View):
    id: str
    name: dict[str, str]


class PortalForm(View):
    form_token: str
    categories: list[Category]
    levels: list[Scale]
    max_attachment_bytes: int
    languages: list[str]


class Upload(View):
    """Post a form to `url`: all of `fields` first, then the file as `file`."""

    id: str
    url: str
    fields: dict[str, str]


class Download(View):
    url: str
    expires_at: datetime


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


class RequesterTicket(View):
    """What the requester sees: nothing internal is in it, by construction."""

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
    timeline: list[Entry]
    earlier: str | None


class Ladder(View):
    """An escalation ladder that goes on, at `next_at` by its next step, until somebody answers for the ticket."""

    ladder: str
    steps_taken: int
    next_at: datetime


class AffectedAsset(View):
    """An asset as it was when the ticket named it; `impact` is the least that it asked for."""

    id: str
    name: str
    type: str
    impact: Scale | None


class Ticket(View):
    """`unknown_asset` is what the sender called one that nobody knows by this name."""

    id: str
    kind: Kind
    subject: str
    state: str
    phase: Phase
    impact: Scale
    urgency: Scale
    priority: Priority
    level: Level
    team: str
    assignee: PersonRef | None
    requester: Requester
    organization: str | None
    plan: str | None = None
    customer: Customer | None = None
    assets: list[AffectedAsset]
    unknown_asset: str | None
    channel: Channel
    language: str
    category: str | None
    created_at: datetime
    updated_at: datetime
    revision: int
    home_region: str
    until: datetime | None
    vendor: str | None
    next_deadline: datetime | None
    clocks: list[Clock]
    ladders: list[Ladder]
    next_states: list[str]
    survey: Satisfaction | None
    timeline: list[Entry]
    earlier: str | None


class NewerTicket(Problem):
    """A 412: the ticket moved on. `current` is how it is now, with an empty timeline."""

    current: Ticket | RequesterTicket


class Created(View):
    id: str
    status_url: str
    ticket: Ticket | RequesterTicket


class PortalCreated(View):
    id: str
    status_url: str
    ticket: RequesterTicket


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
