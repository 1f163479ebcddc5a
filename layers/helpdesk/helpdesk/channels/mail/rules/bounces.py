"""Mails that came back: for whom they were, and whether for good.

Reports in the standard form (RFC 3464) are read here, the odd ones by a library that knows some forty programs, and
those that it does not know by the few words that nearly all of them have.
"""

import logging
import re
from collections.abc import Iterator
from email import message_from_bytes
from typing import Final

from helpdesk.channels.mail.rules.mail import Address, Bounce, Failure
from helpdesk.channels.mail.rules.mime import headers
from helpdesk.channels.mail.rules.mime.headers import Headers
from helpdesk.channels.mail.rules.mime.tree import MAILS, Part
from helpdesk.foundation.kernel.addresses import folded

_LOOKED_AT: Final = 128 * 1024
_MOST: Final = 100
_WORDS: Final = 16 * 1024
_FIELDS: Final = 64 * 1024
_ADDRESS: Final = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}")
_SUBJECT: Final = re.compile(
    r"undeliver|deliver(?:y|ed)?.{0,20}(?:fail|stat|problem|notif|error)|fail(?:ure|ed)"
    r"|return(?:ed|ing).{0,20}(?:mail|message|sender)"
    r"|mail.{0,10}(?:error|system|blocked)"
    r"|rejected|unzustellbar|nicht zugestellt|non remis|no entregado|mancato recapito"
    r"|недостав|не достав|エラー|配信でき",
    re.IGNORECASE,
)
_DELAY: Final = re.compile(
    r"delayed|warning|could not send message for past|still being retried|verzöger", re.IGNORECASE
)
# What follows is the mail itself.
_RETURNED: Final = re.compile(
    r"^[-=_*\s]*(?:returned|original|unsent|below)[^\n]{0,40}(?:message|mail)|^(?:received|message-id|reporting-mta) ?:"
    r"|^[-=_*\s]*below this line|copy of (?:your|the) (?:message|mail)",
    re.IGNORECASE | re.MULTILINE,
)
_HELPERS: Final = re.compile(
    r"(?:contact|assistance|postmaster|mailto:|questions?|help|support|abuse)[^\n@]{0,60}$", re.IGNORECASE
)
_TOLD: Final = re.compile(
    r"deliver|unknown|invalid|reject|fail|not found|no such|not a valid|disabled|full|sorry|error|\b5\d\d\b|zugestellt"
    r"|送信でき|エラー|unavailable|expired|transfer",
    re.IGNORECASE,
)


def bounce(root: Part, sender: Address | None, subject: str, text: str, *, is_automatic: bool) -> Bounce | None:
    """None for a mail that is no report, or one about something else."""
    reports = [part for part in root.walk() if part.kind.endswith("delivery-status")]
    failures = [failure for part in reports for failure in _standard(part)][:_MOST]
    if not failures and (
        reports or root.headers.raw("x-failed-recipients") or _is_like_one(root, sender, subject, text)
    ):
        failures = _guessed(root, sender, subject, text)
    if not failures and not (reports or (is_automatic and _is_like_one(root, sender, subject, text))):
        return None
    return Bounce(failures=_once(failures), original_id=_original(root))


def _guessed(root: Part, sender: Address | None, subject: str, text: str) -> list[Failure]:
    """What is no report in the standard form. A warning that a mail is late names nobody for good."""
    is_final = _DELAY.search(subject) is None
    own = {sender.address if sender else None, *_own(root.headers)}
    named = [Failure(address, is_final) for address in _listed(root.headers)]
    named = named or [failure for failure in _odd(root, text) if failure.address not in own]
    if named:
        return [Failure(each.address, each.permanent and is_final) for each in named]
    return [Failure(address, is_final) for address in _worded(text, own)]


def _own(fields: Headers) -> Iterator[str]:
    """To whom the report itself was sent: who wrote the mail that came back."""
    for name in ("to", "delivered-to"):
        yield from (folded(each) for each in _ADDRESS.findall(fields.text(name, 2000)))


def _is_like_one(root: Part, sender: Address | None, subject: str, text: str) -> bool:
    """Sent by nobody or by a daemon and tells of a failure; by other machines, if their subject says so as well.

    A postmaster may be a person, and write about failures.
    """
    local = ((sender.address if sender else None) or "").partition("@")[0].lower()
    is_null = root.headers.has("return-path") and root.headers.text("return-path", 200) in {"<>", ""}
    is_nobody = root.headers.has("from") and (sender is None or not sender.address)
    is_daemon = is_null or is_nobody or re.match(r"(?:mailer|mail)-?daemon", local) is not None
    if _SUBJECT.search(subject):
        is_machine = re.match(r"postmaster|no-?reply|admin|sysadmin|bounce|system", local) is not None
        return is_daemon or is_machine or root.kind == "multipart/report"
    return is_daemon and _TOLD.search(text[:_WORDS]) is not None


def _once(failures: list[Failure]) -> tuple[Failure, ...]:
    return tuple({failure.address: failure for failure in reversed(failures)}.values())[::-1]


def _standard(part: Part) -> Iterator[Failure]:
    """The recipients of a report, each a group of fields."""
    body = part.content[:_FIELDS].replace(b"\r\n", b"\n").strip()
    for group in re.split(rb"\n[ \t]*\n", body):
        fields, *_ = headers.read(group, 0, len(group), len(group))
        written = fields.text("final-recipient") or fields.text("original-recipient")
        found = _ADDRESS.search(written.rpartition(";")[2])
        action, status = fields.text("action", 100).lower(), fields.text("status", 100)
        if found and (action.startswith("fail") or (action.startswith("delay") and status)):
            is_final = action.startswith("fail")
            why = fields.text("diagnostic-code", 1000).partition(";")[2].strip()
            yield Failure(folded(found[0]), is_final, status.partition(" ")[0], why)


def _listed(fields: Headers) -> list[str]:
    return [folded(each) for each in _ADDRESS.findall(fields.text("x-failed-recipients"))][:_MOST]


def _odd(root: Part, text: str) -> list[Failure]:
    """As a library finds them, in the order of the text. It reads the beginning of the mail in its own way."""
    from flufl.bounce import all_failures  # noqa: PLC0415 - only who takes mail in pays for it

    logging.getLogger("flufl.bounce").setLevel(logging.CRITICAL)
    message = message_from_bytes(root.raw[:_LOOKED_AT])
    if not message["from"]:
        del message["from"]
        message["from"] = "nobody@invalid"  # one of its detectors takes it for granted
    try:
        temporary, permanent = all_failures(message)
    except Exception:  # noqa: BLE001 - they fail in as many ways as mails are broken
        return []
    found = [(each, True) for each in permanent] + [(each, False) for each in temporary]
    failures = [
        Failure(folded(match[0]), is_final)
        for address, is_final in found[:_MOST]
        if (match := _ADDRESS.search(address.decode("utf-8", "replace")))
    ]
    plain = text.lower()
    return sorted(failures, key=lambda failure: (plain.find(failure.address) % (len(plain) + 1), failure.address))


def _worded(text: str, own: set[str | None]) -> Iterator[str]:
    """The first address that is named before the mail that came back, and is nobody's who helps."""
    returned = _RETURNED.search(text, 0, _WORDS)
    report = text[: returned.start() if returned else _WORDS]
    for match in _ADDRESS.finditer(report):
        address = folded(match[0].rstrip("."))
        if address not in own and not _HELPERS.search(report[max(match.start() - 100, 0) : match.start()]):
            yield address
            return
    # Some only show the mail.
    shown = re.compile(r"^to ?:([^\n]{1,300})", re.IGNORECASE | re.MULTILINE).search(text, len(report), _LOOKED_AT)
    people = [folded(each) for each in _ADDRESS.findall(shown[1] if shown else "")]
    if len(people) == 1:
        yield people[0]


def _original(root: Part) -> str:
    """The Message-ID of what came back: from the mail within, or from its headers alone."""
    for part in root.walk():
        if part.kind in MAILS and part.parts:
            fields = part.parts[0].headers
        elif part.kind == "text/rfc822-headers":
            content = part.content[:_FIELDS]
            fields, *_ = headers.read(content, 0, len(content), len(content))
        else:
            continue
        if found := re.search(r"<([^<>\s]{1,2500})>", fields.text("message-id", 3000)):
            return found[1]
    return ""
