"""What the API takes about tickets."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    AwareDatetime,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from helpdesk.domain.events import Attachment
from helpdesk.domain.vocabulary import Channel, Kind, Level, Priority, Scale, Visibility
from helpdesk.entrypoints.inputs import Assets, Email, Identifier, Instant, Language, Line, Request, ShortText, Text


class NamedUpload(Request):
    """A file that was posted to an upload address: its id there, and its name as the sender has it."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{26}$")]
    name: Annotated[str, StringConstraints(min_length=1, max_length=255)]
    size: int = Field(default=0, ge=0)
    type: Annotated[str, StringConstraints(max_length=127)] = "application/octet-stream"

    def of_session(self, session: str) -> Attachment:
        """As an attachment; the session in its id keeps one person from naming another's upload."""
        return Attachment(
            id=f"{session}-{self.id}" if session else self.id, name=self.name, size=self.size, type=self.type
        )


Uploads = Annotated[tuple[NamedUpload, ...], Field(max_length=10)]


class UploadRequest(Request):
    name: Annotated[str, StringConstraints(min_length=1, max_length=255)]
    size: int
    type: Annotated[str, StringConstraints(max_length=127)] = "application/octet-stream"


class PortalUploadRequest(UploadRequest):
    """From a form by its token; from a status page by the link's bearer token instead."""

    form_token: str | None = None


class PortalTicketDraft(Request):
    """`asset` is the number on what is affected; one that nobody knows is kept as it was written. `website` is a trap
    for form-filling robots: people do not see it and leave it empty.
    """

    form_token: Annotated[str, StringConstraints(max_length=500)]
    name: Line
    email: Email
    subject: Line
    description: Text
    category: Identifier | None = None
    impact: Scale = Scale.LOW
    urgency: Scale = Scale.MEDIUM
    asset: Line | None = None
    language: Language = "en"
    attachments: Uploads = ()
    website: str = ""


class Behalf(Request):
    """Whom staff open a ticket for. An address alone will do."""

    email: Email
    name: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_address(cls, value: Any) -> Any:
        return {"email": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "format": "email"}, handler(schema)]}


class TicketDraft(Request):
    """`requester`, `kind`, `channel` and `organization` are for staff who open a ticket on behalf of somebody. An asset
    that nobody knows is refused to staff; requesters have their word for it kept.
    """

    subject: Line
    description: Text
    category: Identifier | None = None
    impact: Scale = Scale.LOW
    urgency: Scale = Scale.MEDIUM
    language: Language | None = None
    assets: Assets = ()
    attachments: Uploads = ()
    requester: Behalf | None = None
    kind: Kind | None = None
    channel: Channel | None = None
    organization: Identifier | None = None


class TicketChange(Request):
    """Fields to change; those left out stay. `assignee: null` gives the ticket back to its team, no other is null;
    `assets` are all that are affected, by their ids or tags.
    """

    subject: Line | None = None
    kind: Kind | None = None
    category: Identifier | None = None
    impact: Scale | None = None
    urgency: Scale | None = None
    priority: Priority | None = None
    level: Level | None = None
    team: Identifier | None = None
    assignee: Identifier | None = None
    organization: Identifier | None = None
    assets: Assets | None = None

    @field_validator("*")
    @classmethod
    def _not_empty(cls, value: Any, about: ValidationInfo) -> Any:
        if value is None and about.field_name != "assignee":
            raise ValueError("This field cannot be emptied.")
        return value


class MessageDraft(Request):
    body: Text
    visibility: Visibility = Visibility.PUBLIC
    attachments: Uploads = ()
    state: Identifier | None = None


class GuestReply(Request):
    body: Text
    attachments: Uploads = ()


class Rating(Request):
    """How it went, from 1 (very bad) to 5 (very good)."""

    rating: int = Field(ge=1, le=5, strict=True)
    comment: ShortText = ""


class Transition(Request):
    """`until` (with an offset or Z) is when a waiting ticket comes back by itself; `vendor` is whom outside one on hold
    waits for: their promises run from then on. An empty `vendor`: it waits for them no longer.
    """

    state: Identifier
    reason: ShortText = ""
    until: Instant | None = None
    vendor: Identifier | Literal[""] | None = None


class Acknowledgement(Request):
    """Whoever sends it answers for the ticket from now on: nobody else is told any more. Nothing is to be said."""


class AnswerNote(Request):
    """That the answer is kept as a note for a level, under the ticket's category."""

    title: Line
    level: Level = Level.L1


class Deescalation(Request):
    """The answer goes back to the lower level; `needless` says that it could have been found there."""

    level: Level | None = None
    answer: Annotated[ShortText, StringConstraints(min_length=1)]
    needless: bool = False
    note: AnswerNote | None = None


class Escalation(Request):
    """Functional escalation needs a reason and what was tried: the next level starts where this one stopped."""

    level: Level | None = None
    reason: Annotated[ShortText, StringConstraints(min_length=1)]
    tried: Annotated[ShortText, StringConstraints(min_length=1)]


class HandOver(Request):
    """To a team or a person of the same level, with what they need to go on; `deadline` with an offset or Z."""

    summary: Annotated[ShortText, StringConstraints(min_length=1)]
    next_step: Annotated[ShortText, StringConstraints(min_length=1)]
    team: Identifier | None = None
    person: Identifier | None = None
    deadline: AwareDatetime | None = None

    @model_validator(mode="after")
    def _to_somebody(self) -> Self:
        if self.team is None and self.person is None:
            raise ValueError("Please say to which team or person.")
        return self
