from typing import Annotated, Any

from msgspec.structs import replace
from pydantic import (
    AfterValidator,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from helpdesk.channels.intake.rules.guiding import LONGEST_TEXT as LONGEST_ANSWER
from helpdesk.channels.intake.rules.opening import NAMELESS, Draft, Sender
from helpdesk.channels.intake.rules.refusals import WRONG_ANSWER
from helpdesk.channels.intake.rules.topic import MOST_GIVEN
from helpdesk.core.assets.requests import Assets
from helpdesk.core.directory.requests import Phone
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.requests import Uploads
from helpdesk.foundation.edge.inputs import (
    Email,
    Flag,
    Identifier,
    Language,
    Line,
    Request,
    Token,
    refused,
    visible,
)
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.reading import LARGEST_NUMBER
from helpdesk.foundation.kernel.text import LONGEST_TEXT
from helpdesk.foundation.kernel.vocabulary import Channel, Kind, PersonId, Scale


def _said(value: str, info: ValidationInfo) -> str:
    return value if info.data.get("answers") else visible(value)


Description = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), AfterValidator(_said)]
"""It may be left out where questions of a topic are answered, which stand before it for that."""


def _plain(value: Any) -> Any:
    if not isinstance(value, str | bool | int | float):
        raise refused(WRONG_ANSWER)
    return value


Given = Annotated[
    dict[
        Identifier,
        Annotated[
            Any,
            AfterValidator(_plain),
            WithJsonSchema(
                {
                    "anyOf": [
                        {"type": "string", "maxLength": LONGEST_ANSWER},
                        {"type": "boolean"},
                        {"type": "number", "minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER},
                    ]
                }
            ),
        ],
    ],
    Field(max_length=MOST_GIVEN),
]
"""Answers by the ids of the topic's questions: a text, of a choice its id, of a day `2026-11-30`, else true, false or a
number. What is answered to a question that is not asked of who answers so is left out.
"""


class Asked(Request):
    """What somebody asks for, whoever they are."""

    subject: Line
    topic: Identifier | None = None
    answers: Given = Field(default_factory=dict)
    description: Description = Field(default="", validate_default=True)
    category: Identifier | None = None
    impact: Scale = Scale.LOW
    urgency: Scale = Scale.MEDIUM
    attachments: Uploads = ()


class PortalTicketDraft(Asked):
    """`asset` is the number on what is affected; one that nobody knows is kept as it was written. `website` is a trap
    for form-filling robots: people do not see it and leave it empty.
    """

    form_token: Token
    name: Line
    email: Email
    asset: Line | None = None
    language: Language = "en"
    website: Annotated[str, Field(max_length=2000)] = ""


class Behalf(Request):
    """Whom staff open a ticket for. An address alone will do; who has none, or calls, is named, with a number or
    without. `person` is the id of somebody who is known.
    """

    person: Identifier | None = None
    email: Email | None = None
    name: Line | None = None
    phone: Phone | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_address(cls, value: Any) -> Any:
        return {"email": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _somebody(self) -> "Behalf":
        if not (self.person or self.email or self.name):
            raise refused(NAMELESS)
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "format": "email", "maxLength": 254}, handler(schema)]}


class TicketDraft(Asked):
    """`requester`, `kind`, `channel`, `organization` and `solved` are for staff who open one on behalf of somebody.
    What somebody said to them, on the phone for example, is kept as the words of who said it, noted by them; `solved`
    says that it was solved in the same conversation. Whoever is
    signed in may begin a `chat`. An asset that nobody knows is refused to staff; requesters have
    their word for it kept.
    """

    language: Language | None = None
    assets: Assets = ()
    requester: Behalf | None = None
    kind: Kind | None = None
    channel: Channel | None = None
    organization: Identifier | None = None
    solved: Flag = False


def form_draft(wanted: PortalTicketDraft) -> Draft:
    draft = _draft(wanted, Channel.WEB, "", wanted.language)
    return replace(draft, assets=(wanted.asset,) if wanted.asset else ())


def staff_draft(wanted: TicketDraft, who: Person) -> tuple[Draft, Sender]:
    """The draft and whom it is for: whoever calls, or, when staff say so, somebody else."""
    by = who.as_actor()
    noted = wanted.channel not in {None, Channel.CHAT}
    if wanted.requester or wanted.kind or noted or wanted.organization or wanted.solved:
        roles.staff_only(by)
    draft = _draft(wanted, wanted.channel or Channel.PORTAL, by.id, wanted.language or who.language)
    draft = replace(draft, kind=wanted.kind or draft.kind, organization=wanted.organization, assets=wanted.assets)
    if wanted.requester is None:
        return draft, Sender(email=who.email, name=who.name, language=who.language)
    asking, email = wanted.requester, wanted.requester.email or ""
    known = PersonId(asking.person) if asking.person else None
    name = asking.name or email
    return draft, Sender(email=email, name=name, language=draft.language, phone=asking.phone, person=known)


def _draft(wanted: Asked, channel: Channel, session: str, language: str) -> Draft:
    return Draft(
        subject=wanted.subject,
        description=wanted.description,
        channel=channel,
        kind=Kind.SERVICE_REQUEST if wanted.category == "question" else Kind.INCIDENT,
        category=wanted.category,
        impact=wanted.impact,
        urgency=wanted.urgency,
        language=language,
        attachments=tuple(upload.of_session(session) for upload in wanted.attachments),
        topic=wanted.topic,
        given=wanted.answers,
    )
