"""What the mail service tells of mails, as it comes over the bus: https://docs.aws.amazon.com/ses, event publishing."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import Struct

from helpdesk.channels.notices.rules.sent import LONGEST_WHY, MailFate, MailNews, MailState
from helpdesk.foundation.kernel.vocabulary import TicketId

TAG: Final = "helpdesk"

STATES: Final = {
    "Send": MailState.SENT,
    "DeliveryDelay": MailState.DELAYED,
    "Delivery": MailState.DELIVERED,
    "Reject": MailState.REFUSED,
    "Bounce": MailState.BOUNCED,
    "Complaint": MailState.COMPLAINED,
}

# Of a bounce that is not permanent SES has tried for hours: the next mail may arrive.
_FOR_GOOD: Final = "Permanent"


class _Recipient(Struct, frozen=True, kw_only=True, rename="camel"):
    email_address: str
    diagnostic_code: str = ""


class _Bounce(Struct, frozen=True, kw_only=True, rename="camel"):
    bounce_type: str
    bounced_recipients: Sequence[_Recipient] = ()


class _Complaint(Struct, frozen=True, kw_only=True, rename="camel"):
    complained_recipients: Sequence[_Recipient] = ()
    complaint_feedback_type: str | None = None


class _Sent(Struct, frozen=True, kw_only=True, rename="camel"):
    message_id: str
    tags: Mapping[str, Sequence[str]] = {}


class SesEvent(Struct, frozen=True, kw_only=True, rename="camel"):
    event_type: str
    mail: _Sent
    bounce: _Bounce | None = None
    complaint: _Complaint | None = None


def tag_of(ticket: TicketId, key: str) -> str:
    """Under what a mail is given to the service, in the few letters that it takes."""
    return base64.urlsafe_b64encode(f"{ticket}/{key}".encode()).rstrip(b"=").decode()


def news_of(detail: Mapping[str, Any], at: datetime) -> MailNews | None:
    """What an event says; None for one of a mail that was sent of no ticket, or of something that is no news."""
    event = msgspec.convert(detail, SesEvent)
    ticket, _, key = _untagged(next(iter(event.mail.tags.get(TAG, ())), "")).partition("/")
    state = STATES.get(event.event_type)
    if state is None or not key:
        return None
    return MailNews(
        ticket=TicketId(ticket),
        key=key,
        message_id=event.mail.message_id,
        fate=MailFate(state=state, at=at, why=_why(event)[:LONGEST_WHY]),
        undeliverable=tuple(each.email_address for each in _lost(event)),
    )


def _lost(event: SesEvent) -> Sequence[_Recipient]:
    if event.bounce and event.bounce.bounce_type == _FOR_GOOD:
        return event.bounce.bounced_recipients
    return event.complaint.complained_recipients if event.complaint else ()


def _why(event: SesEvent) -> str:
    if event.bounce:
        return next((each.diagnostic_code for each in event.bounce.bounced_recipients if each.diagnostic_code), "")
    return (event.complaint.complaint_feedback_type if event.complaint else None) or ""


def _untagged(tag: str) -> str:
    try:
        return base64.urlsafe_b64decode(tag + "=" * (-len(tag) % 4)).decode()
    except (binascii.Error, ValueError):
        return ""
