"""What the API takes about tickets."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator

from helpdesk.core.assets.requests import Assets
from helpdesk.core.record.attachments import MOST_FILES, Attachment
from helpdesk.core.tickets.rules.refusals import NO_PICTURE, NOTE_OF_NOBODY, NOTE_TO_NOBODY, NOTED_TO_NOBODY, WHOM
from helpdesk.foundation.edge.inputs import (
    Email,
    FileName,
    Html,
    Identifier,
    Instant,
    Line,
    Request,
    ShortText,
    Text,
    Whole,
    refused,
)
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, PersonId, Priority, Scale, Visibility

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.tickets.rules.writing import Invited

MediaType = Annotated[str, StringConstraints(max_length=127)]

ByteCount = Annotated[Whole, Field(ge=0, le=10**12)]
"""As the sender counts; who offers a place for the file says how much of it there is."""


class NamedUpload(Request):
    """A file that was posted to an upload address: its id there, and its name as the sender has it."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z]{26}$", max_length=26)]
    name: FileName
    size: ByteCount = 0
    type: MediaType = "application/octet-stream"

    def of_session(self, session: str) -> Attachment:
        """As an attachment; the session in its id keeps one person from naming another's upload."""
        return Attachment(
            id=f"{session}-{self.id}" if session else self.id, name=self.name, size=self.size, type=self.type
        )


Uploads = Annotated[tuple[NamedUpload, ...], Field(max_length=MOST_FILES)]


class TicketChange(Request):
    """Fields to change; those left out stay. `assignee: null` gives the ticket back to its team, no other is null; an
    empty `category` leaves it with none; `assets` are all that are affected, by their ids or tags. Level and team
    change by escalations, de-escalations, hand-overs and corrections.
    """

    subject: Line | None = None
    kind: Kind | None = None
    category: Identifier | Literal[""] | None = None
    impact: Scale | None = None
    urgency: Scale | None = None
    priority: Priority | None = None
    assignee: Identifier | None = None
    organization: Identifier | None = None
    assets: Assets | None = None

    @field_validator("*")
    @classmethod
    def _not_empty(cls, value: Any, about: ValidationInfo) -> Any:
        if value is None and about.field_name != "assignee":
            raise ValueError("This field cannot be emptied.")
        return value


class Invitation(Request):
    """Somebody who is to take part: a `person` who is known, else by their address, with their name if there is one."""

    person: Identifier | None = None
    email: Email | None = None
    name: Line | None = None

    @model_validator(mode="after")
    def _somebody(self) -> "Invitation":
        if bool(self.person) is bool(self.email):
            raise refused(WHOM)
        return self

    @property
    def meant(self) -> "Invited":
        from helpdesk.core.tickets.rules.writing import Invited  # noqa: PLC0415 - only who names somebody pays for it

        person = PersonId(self.person) if self.person else None
        return Invited(person=person, email=self.email or "", name=self.name or "")


class Written(Request):
    """`html` is the body with its formatting. With it the text is made from it, so that the two never disagree. A
    picture in it is an upload of the message: an img whose src is `cid:` and the upload's id.
    """

    body: Text
    html: Html | None = None
    attachments: Uploads = ()

    def written(self, files: Sequence[Attachment]) -> tuple[str, str | None]:
        """The words and their formatting, in which pictures are those of the `files` that come with it."""
        if self.html is None:
            return self.body, None
        from helpdesk.foundation.edge import pictures, rich_text  # noqa: PLC0415 - only who is sent HTML pays for it

        named = {upload.id: (file.id, file.name) for upload, file in zip(self.attachments, files, strict=True)}
        try:
            html = pictures.placed(self.html, named)
        except pictures.UnknownPictureError as error:
            raise InvalidError.at("html", NO_PICTURE(name=str(error))) from error
        return rich_text.plain(html), html


class MessageDraft(Written):
    """A `channel` that is not our own is for staff: the requester said or sent it there, and the words are theirs.
    Those in `cc` take part from then on: they are sent it, too. Those in `bcc` are sent it and nothing else, and nobody
    but staff learns of it.
    """

    visibility: Visibility = Visibility.PUBLIC
    state: Identifier | None = None
    channel: Channel = Channel.PORTAL
    cc: Annotated[tuple[Invitation, ...], Field(max_length=10)] = ()
    bcc: Annotated[tuple[Invitation, ...], Field(max_length=10)] = ()

    @model_validator(mode="after")
    def _public(self) -> "MessageDraft":
        if (self.cc or self.bcc) and self.visibility is Visibility.INTERNAL:
            raise refused(NOTE_TO_NOBODY)
        if not self.channel.is_ours and self.visibility is Visibility.INTERNAL:
            raise refused(NOTE_OF_NOBODY)
        if self.bcc and not self.channel.is_ours:
            raise refused(NOTED_TO_NOBODY)
        return self


class GuestReply(Request):
    body: Text
    attachments: Uploads = ()


class Transition(Request):
    """`until` (with an offset or Z) is when a waiting ticket comes back by itself; `vendor` is whom outside one on hold
    waits for: their promises run from then on. An empty `vendor`: it waits for them no longer.
    """

    state: Identifier
    reason: ShortText = ""
    until: Instant | None = None
    vendor: Identifier | Literal[""] | None = None
