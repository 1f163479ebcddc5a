from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from helpdesk.channels.intake.rules.opening import Draft, Sender
from helpdesk.core.assets.requests import Assets
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.requests import Uploads
from helpdesk.foundation.edge.inputs import Email, Identifier, Language, Line, Request, Text, Token
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, Scale


class PortalTicketDraft(Request):
    """`asset` is the number on what is affected; one that nobody knows is kept as it was written. `website` is a trap
    for form-filling robots: people do not see it and leave it empty.
    """

    form_token: Token
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
    website: Annotated[str, Field(max_length=2000)] = ""


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
        return {"anyOf": [{"type": "string", "format": "email", "maxLength": 254}, handler(schema)]}


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


def draft_of(wanted: TicketDraft | PortalTicketDraft, channel: Channel, session: str, language: str) -> Draft:
    kind = getattr(wanted, "kind", None) or (Kind.SERVICE_REQUEST if wanted.category == "question" else Kind.INCIDENT)
    return Draft(
        subject=wanted.subject,
        description=wanted.description,
        channel=channel,
        kind=kind,
        category=wanted.category,
        impact=wanted.impact or Scale.LOW,
        urgency=wanted.urgency or Scale.MEDIUM,
        language=language,
        organization=getattr(wanted, "organization", None),
        assets=_named_assets(wanted),
        attachments=tuple(upload.of_session(session) for upload in wanted.attachments),
    )


def _named_assets(wanted: TicketDraft | PortalTicketDraft) -> tuple[str, ...]:
    if isinstance(wanted, TicketDraft):
        return wanted.assets
    return (wanted.asset,) if wanted.asset else ()


def staff_draft(wanted: TicketDraft, who: Person) -> tuple[Draft, Sender]:
    """The draft and whom it is for: whoever calls, or, when staff say so, somebody else."""
    by = who.as_actor()
    if wanted.requester or wanted.kind or wanted.channel or wanted.organization:
        roles.staff_only(by)
    draft = draft_of(wanted, wanted.channel or Channel.PORTAL, by.id, wanted.language or who.language)
    if wanted.requester is None:
        return draft, Sender(email=who.email, name=who.name, language=who.language)
    email, name = wanted.requester.email, wanted.requester.name
    return draft, Sender(email=email, name=name or email, language=draft.language)
