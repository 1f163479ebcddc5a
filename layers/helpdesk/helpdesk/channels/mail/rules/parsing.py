"""The one way in: bytes that somebody sent, read as well as it can be."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from helpdesk.channels.mail.rules.bodies import gathered
from helpdesk.channels.mail.rules.files import attachment
from helpdesk.channels.mail.rules.limits import LIMITS, Bound, Limits, UnparsableError
from helpdesk.channels.mail.rules.mail import Address, Mail
from helpdesk.channels.mail.rules.mime import headers
from helpdesk.channels.mail.rules.mime.addresses import addresses
from helpdesk.channels.mail.rules.mime.headers import Headers
from helpdesk.channels.mail.rules.mime.tree import tree

_ID: Final = re.compile(r"<\s*([^<>\s]{1,2500})\s*>")
_MOST_IDS: Final = 1000
_DATE: Final = 200


def parsed(raw: bytes, *, limits: Limits = LIMITS) -> Mail:
    """UnparsableError for what exceeds a bound; everything else becomes a mail."""
    root = tree(raw, limits)
    fields = root.headers
    people = {
        name: addresses(b",".join(fields.all(name)), limits.recipients) for name in ("from", "reply-to", "to", "cc")
    }
    if len(people["to"]) + len(people["cc"]) > limits.recipients:
        raise UnparsableError(Bound.RECIPIENTS)
    body = gathered(root, limits.text)
    own_id = next(_ids(fields, "message-id"), "")
    return Mail(
        message_id=own_id or f"{hashlib.sha256(raw).hexdigest()}@made.invalid",
        has_own_id=bool(own_id),
        in_reply_to=tuple(_ids(fields, "in-reply-to")),
        references=tuple(_ids(fields, "references")),
        sender=_sender(people["from"]),
        reply_to=people["reply-to"],
        to=people["to"],
        cc=people["cc"],
        subject=fields.text("subject"),
        sent_at=_date(fields),
        text="\n\n".join(piece.plain.strip() for piece in body.pieces if piece.plain.strip()),
        attachments=tuple(attachment(file, number) for number, file in enumerate(body.files, 1)),
    )


def _sender(people: tuple[Address, ...]) -> Address | None:
    return next((each for each in people if each.address), people[0] if people else None)


def _ids(fields: Headers, name: str) -> Iterator[str]:
    """Each once, in their order; what stands around them is nothing to us."""
    text = headers.readable(fields.raw(name)[: _MOST_IDS * 100])
    found = _ID.findall(text) or [text] if text and " " not in text and len(text) <= _DATE else _ID.findall(text)
    yield from list(dict.fromkeys(found))[:_MOST_IDS]


def _date(fields: Headers) -> datetime | None:
    try:
        at = parsedate_to_datetime(fields.text("date", _DATE))
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
