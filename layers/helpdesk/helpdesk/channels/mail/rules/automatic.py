"""Whether a machine wrote a mail. To none of those is answered by itself: two machines would never stop."""

import re
from collections.abc import Iterator
from typing import Final

from helpdesk.channels.mail.rules.mail import Address, Sign
from helpdesk.channels.mail.rules.mime.headers import Headers
from helpdesk.channels.mail.rules.mime.tree import Part
from helpdesk.channels.mail.rules.vacations import is_vacation

LOOP: Final = "X-Helpdesk-Loop"
"""The header by which a desk knows what another one, or itself, has written."""

LISTS: Final = ("list-id", "list-unsubscribe", "list-post", "list-help", "list-owner", "list-archive", "mailing-list")
_REPORTS: Final = {"message/delivery-status", "message/feedback-report", "message/global-delivery-status"}
_RECEIPTS: Final = {"message/disposition-notification", "message/global-disposition-notification"}
_BULK: Final = {"bulk", "junk", "list", "auto_reply", "auto-reply"}
_DAEMONS: Final = re.compile(
    r"^(?:mailer-?daemon|mail-?daemon|mdaemon|postmaster|bounces?|double-bounce)(?:[+=.-].*)?$"
)
_DAEMON_NAMES: Final = re.compile(r"mailer[- ]daemon|mail delivery (?:sub)?system|mail delivery service", re.IGNORECASE)
# What only programs that answer by themselves write.
_VENDORS: Final = (
    "x-autoreply", "x-autoreply-from", "x-autorespond", "x-auto-reply", "x-autoresponder", "x-mail-autoreply",
    "x-apple-action", "x-vacation", "x-amazon-auto-reply", "x-boxbe-messagetype", "x-facebook", "feedback-id",
    "x-failed-recipients", "x-auto-generated", "x-ms-exchange-generated-message-source",
)  # fmt: skip


def signs(root: Part, sender: Address | None, *, is_bounce: bool) -> tuple[Sign, ...]:
    """In the order of `Sign`, each once."""
    found = set(_of_headers(root.headers))
    kinds = {part.kind for part in root.walk()}
    if is_bounce or kinds & _REPORTS or root.kind == "multipart/report":
        found.add(Sign.REPORT)
    if kinds & _RECEIPTS:
        found.add(Sign.RECEIPT)
    if _is_daemon(root.headers, sender):
        found.add(Sign.DAEMON)
    if is_vacation(root.headers.text("subject")):
        found.add(Sign.VACATION_SUBJECT)
    return tuple(sign for sign in Sign if sign in found)


def _of_headers(fields: Headers) -> Iterator[Sign]:
    submitted = fields.text("auto-submitted", 200).lower()
    if submitted and submitted.partition(";")[0].strip() != "no":
        yield Sign.AUTO_SUBMITTED
    if fields.text("precedence", 200).lower() in _BULK:
        yield Sign.PRECEDENCE
    if _suppresses(fields):
        yield Sign.SUPPRESSED
    if any(fields.raw(name) for name in LISTS):
        yield Sign.LIST
    if fields.has("return-path") and fields.text("return-path", 200) in {"<>", ""}:
        yield Sign.NULL_SENDER
    if fields.raw(LOOP.lower()) or fields.raw("x-loop"):
        yield Sign.LOOP
    if any(fields.raw(name) for name in _VENDORS):
        yield Sign.VENDOR


def _suppresses(fields: Headers) -> bool:
    """Outlook writes that it wants no receipts with mails of people, too; programs want no answers."""
    wanted = {each.strip().lower() for each in fields.text("x-auto-response-suppress", 300).split(",")}
    return bool(wanted & {"all", "oof", "autoreply"})


def is_daemon(address: str) -> bool:
    """Whether an address is that of a program which carries mail."""
    return _DAEMONS.match(address.partition("@")[0].lower()) is not None


def _is_daemon(fields: Headers, sender: Address | None) -> bool:
    if sender is None:
        return False
    if is_daemon(sender.address or ""):
        return True
    return sender.address is None and _DAEMON_NAMES.search(sender.name or fields.text("from", 500)) is not None
