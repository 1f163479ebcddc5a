"""The one way in: bytes that somebody sent, read as well as it can be."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from msgspec.structs import replace

from helpdesk.channels.mail.rules.automatic import LISTS, LOOP, signs
from helpdesk.channels.mail.rules.bounces import bounce
from helpdesk.channels.mail.rules.content import content
from helpdesk.channels.mail.rules.limits import LIMITS, Bound, Limits, UnparsableError
from helpdesk.channels.mail.rules.mail import Address, Mail
from helpdesk.channels.mail.rules.mime import headers
from helpdesk.channels.mail.rules.mime.addresses import addresses
from helpdesk.channels.mail.rules.mime.headers import Headers
from helpdesk.channels.mail.rules.mime.tree import tree
from helpdesk.channels.mail.rules.verdicts import verdicts
from helpdesk.channels.mail.rules.words import quotes, signatures
from helpdesk.channels.mail.rules.words.commands import commanded
from helpdesk.channels.mail.rules.words.forwards import forwarded, is_forward

_ID: Final = re.compile(r"<\s*([^<>\s]{1,2500})\s*>")
_MOST_IDS: Final = 1000
_DATE: Final = 200


def parsed(raw: bytes, *, limits: Limits = LIMITS) -> Mail:
    """UnparsableError for what exceeds a bound; everything else becomes a mail."""
    root = tree(raw, limits)
    fields = root.headers
    mail = _addressed(raw, fields, limits)
    has = content(root, limits)
    is_machine = bool(signs(root, mail.sender, is_bounce=False))
    report = bounce(root, mail.sender, mail.subject, has.text, is_automatic=is_machine)
    return replace(
        _told(mail, has.text, is_report=report is not None),
        html=has.html,
        attachments=has.attachments,
        automatic=signs(root, mail.sender, is_bounce=report is not None),
        bounce=report,
        list_headers={name: fields.text(name, 1000) for name in LISTS if fields.raw(name)},
        loop=fields.text(LOOP.lower(), 1000),
        verdicts=verdicts(fields),
        invitations=has.invitations,
        sealed=has.sealed,
    )


def _addressed(raw: bytes, fields: Headers, limits: Limits) -> Mail:
    """From whom to whom, and in answer to what."""
    people = {
        name: addresses(b",".join(fields.all(name)), limits.recipients) for name in ("from", "reply-to", "to", "cc")
    }
    if len(people["to"]) + len(people["cc"]) > limits.recipients:
        raise UnparsableError(Bound.RECIPIENTS)
    own_id = next(_ids(fields, "message-id"), "")
    return Mail(
        message_id=own_id or f"{hashlib.sha256(raw).hexdigest()}@made.invalid",
        has_own_id=bool(own_id),
        in_reply_to=tuple(_ids(fields, "in-reply-to")),
        references=tuple(_ids(fields, "references")),
        sender=_sender(people["from"]),
        is_of_one=len({each.address for each in people["from"] if each.address}) <= 1,
        reply_to=people["reply-to"],
        to=people["to"],
        cc=people["cc"],
        subject=fields.text("subject"),
        sent_at=_date(fields),
    )


def _told(mail: Mail, text: str, *, is_report: bool) -> Mail:
    """Of a report, and of what is passed on, all is new."""
    if is_report or is_forward(mail.subject):
        letter, quoted = signatures.Signed(text), ""
    else:
        parts = quotes.parted(text)
        letter, quoted = signatures.apart(parts.text), parts.quoted
    commands, after_commands = commanded(letter.text)
    return replace(
        mail,
        text=letter.text,
        quoted=quoted,
        signature=letter.signature,
        forwarded=None if is_report else forwarded(mail.subject, text),
        commands=commands,
        after_commands=after_commands,
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
