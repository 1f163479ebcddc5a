"""What the API gives. The models are the contract: OpenAPI and the web's types are made from them."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from helpdesk.domain.vocabulary import Channel, Kind, Level, Phase, Priority, Role, Scale, Visibility
from helpdesk.entrypoints.clock_views import Clock


class Health(BaseModel):
    """`now` is product time; `rate` is how many of its seconds pass in a real one, 1 on AWS."""

    status: str
    version: str
    region: str
    now: datetime
    rate: float


class Category(BaseModel):
    id: str
    name: dict[str, str]


class PortalForm(BaseModel):
    form_token: str
    categories: list[Category]
    levels: list[Scale]
    max_attachment_bytes: int
    languages: list[str]


class Upload(BaseModel):
    """Post a form to `url`: all of `fields` first, then the file as `file`."""

    id: str
    url: str
    fields: dict[str, str]


class Download(BaseModel):
    url: str
    expires_at: datetime


class PersonRef(BaseModel):
    id: str
    name: str


class Requester(BaseModel):
    id: str
    name: str
    email: str = ""


class Actor(BaseModel):
    id: str
    name: str
    role: Role


class Attachment(BaseModel):
    """`href` answers with a short-lived download address."""

    id: str
    name: str
    size: int
    type: str
    href: str


class Entry(BaseModel):
    """A line of the timeline. `data` are the fields of the fact named by `type`."""

    id: str
    at: datetime
    type: str
    visibility: Visibility
    actor: Actor
    body: str | None
    attachments: list[Attachment]
    data: dict[str, Any]


class RequesterTicket(BaseModel):
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


class Ticket(BaseModel):
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
    channel: Channel
    language: str
    category: str | None
    created_at: datetime
    updated_at: datetime
    revision: int
    home_region: str
    until: datetime | None
    next_deadline: datetime | None
    clocks: list[Clock]
    next_states: list[str]
    timeline: list[Entry]
    earlier: str | None


class FieldError(BaseModel):
    field: str
    message: str


class Problem(BaseModel):
    """An error after RFC 9457. `code` is for programs and stays; `detail` is for people.

    A 412 brings the newer ticket as `current`, with an empty timeline.
    """

    type: str
    title: str
    status: int
    code: str
    detail: str
    errors: list[FieldError] = []
    current: Ticket | RequesterTicket | None = None


class Created(BaseModel):
    id: str
    status_url: str
    ticket: Ticket | RequesterTicket


class PortalCreated(BaseModel):
    id: str
    status_url: str
    ticket: RequesterTicket


class Card(BaseModel):
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
    category: str | None
    created_at: datetime
    updated_at: datetime
    next_deadline: datetime | None
    next_clock: str | None
    breached: list[str]
    waiting: bool


class TicketPage(BaseModel):
    items: list[Card]
    cursor: str | None


class Me(BaseModel):
    id: str
    name: str
    email: str
    role: Role
    language: str
    timezone: str
    teams: list[str]


class Team(BaseModel):
    id: str
    name: str
    level: Level
    topic: str


class Teams(BaseModel):
    items: list[Team]


class Member(BaseModel):
    id: str
    name: str
    role: Role


class TeamWithMembers(Team):
    members: list[Member]


class LiveTicket(BaseModel):
    ticket: str
    url: str
