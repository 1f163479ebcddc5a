"""What the API gives of mails that came in."""

from datetime import datetime
from typing import Annotated, Final

from pydantic import ConfigDict, Field

from helpdesk.channels.mail.rules.register import Outcome, Reason, Taken
from helpdesk.foundation.edge.outputs import View

_AS_SAID: Final = ConfigDict(serialize_by_alias=True, validate_by_name=True, defer_build=True)


class MailEnvelope(View):
    """As the servers said it to each other: who sent it, and to which of our addresses it came."""

    model_config = _AS_SAID

    sender: Annotated[str, Field(alias="from")]
    to: list[str]


class MailPart(View):
    name: str
    type: str
    size: int


class Mail(View):
    """A mail that came in. What became of it is its `outcome`, with the `reason` where nothing was made of it, and the
    `entry` of a `ticket` where it stands. `from` and `from_name` are as it says itself, which anybody can write.
    `bounce_for` are the addresses that a report says mail does not reach. `verdicts` are those of the mail service.
    `below` is its signature and what it answers. `held`: a ticket can still be made of it. `revision` grows whenever it
    is judged anew. `message_id` is empty where it has none, and null where it could not be read. In lists the text is
    shortened, and nothing stands below.
    """

    model_config = _AS_SAID

    id: str
    message_id: str | None
    received_at: datetime
    envelope: MailEnvelope
    sender: Annotated[str, Field(alias="from")]
    from_name: str
    subject: str
    text: str
    below: str
    attachments: list[MailPart]
    automatic: bool
    bounce_for: list[str]
    verdicts: dict[str, str]
    outcome: Outcome
    reason: Reason | None
    ticket: str | None
    entry: str | None
    held: bool
    revision: int


class HeldMails(View):
    """How many mails are held; there are `more` than are counted."""

    count: int
    more: bool


class MailList(View):
    """The newest first. Where some may not be read, a page has fewer."""

    items: list[Mail]
    cursor: str | None


def mail_view(taken: Taken) -> Mail:
    return Mail(
        id=taken.id,
        message_id=taken.message_id,
        received_at=taken.received_at,
        envelope=MailEnvelope(sender=taken.envelope.sender, to=list(taken.envelope.recipients)),
        sender=taken.sender,
        from_name=taken.sender_name,
        subject=taken.subject,
        text=taken.text,
        below=taken.below,
        attachments=[MailPart(name=part.name, type=part.type, size=part.size) for part in taken.attachments],
        automatic=taken.automatic,
        bounce_for=list(taken.bounce_for),
        verdicts=dict(taken.verdicts),
        outcome=taken.outcome,
        reason=taken.reason,
        ticket=taken.ticket,
        entry=taken.entry,
        held=taken.is_held,
        revision=taken.revision,
    )
