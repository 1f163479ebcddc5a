"""Mails passed on by hand, as Outlook, Gmail, Apple Mail and Thunderbird write them in German and English."""

import re
from typing import Final

from helpdesk.channels.mail.rules.mail import Forwarded
from helpdesk.channels.mail.rules.mime.addresses import addresses

_SUBJECT: Final = re.compile(
    r"^\s*(?:\[[^\]]{0,50}\]\s*)?(?:fwd?|wg|wtr|tr|rv|fs|vb|i|enc|doorst|pd)\s*:", re.IGNORECASE
)
_PREFIXES: Final = re.compile(r"^(?:\s*(?:fwd?|wg|wtr|re|aw)\s*:)+\s*", re.IGNORECASE)
_MARK: Final = re.compile(
    r"^[-\s>]*(?:forwarded message|original message|weitergeleitete nachricht|urspr\u00fcngliche nachricht"
    r"|begin forwarded message|anfang der weitergeleiteten nachricht|weitergeleitete e-?mail)[-:\s]*$",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(r"^[\s>*]*([A-Za-z-]{2,20})\*?:\*?[ \t]*(.*)$")
_SENDERS: Final = {"from", "von"}
_SUBJECTS: Final = {"subject", "betreff"}
_OTHERS: Final = {
    "to", "an", "cc", "kopie", "date", "datum", "sent", "gesendet", "reply-to", "antwort", "importance", "wichtigkeit",
    "organization", "organisation", "bcc", "blindkopie", "message-id", "antwort-an",
}  # fmt: skip
_SEPARATOR: Final = re.compile(r"^[\s_-]{10,}$")
_LINES: Final = 2_000
_LARGEST: Final = 16


def is_forward(subject: str) -> bool:
    return _SUBJECT.match(subject[:200]) is not None


def forwarded(subject: str, text: str) -> Forwarded | None:
    """The mail within a text; None where no sender with an address can be found."""
    lines = text.split("\n")
    for at, line in enumerate(lines[:_LINES]):
        field = _FIELD.match(line[:300])
        if not field or field[1].lower() not in _SENDERS:
            continue
        begin = _marked(lines, at)
        if begin is None and not is_forward(subject):
            continue
        if found := _block(lines, at, begin if begin is not None else at, subject):
            return found
    return None


def _marked(lines: list[str], at: int) -> int | None:
    """Where the line stands that says what follows, if there is one."""
    seen = [each for each in range(max(at - 4, 0), at) if lines[each].strip()]
    return next((each for each in seen if _MARK.match(lines[each][:200])), None)


def _block(lines: list[str], at: int, begin: int, subject: str) -> Forwarded | None:
    named, end = _fields(lines, at)
    sender = next((value for name, value in named.items() if name in _SENDERS), "")
    who = next((each for each in addresses(_unlinked(sender).encode(), 100) if each.address), None)
    if who is None or len(named) < 2:  # noqa: PLR2004 - somebody who says "From:" is no program
        return None
    told = next((value for name, value in named.items() if name in _SUBJECTS), "")
    return Forwarded(
        sender=who,
        subject=told or _PREFIXES.sub("", subject),
        text=_unquoted(lines[end:]),
        comment="\n".join(line for line in lines[:begin] if not _SEPARATOR.match(line)).strip(),
    )


def _fields(lines: list[str], at: int) -> tuple[dict[str, str], int]:
    """The fields above the mail, and where they end. Apple Mail may put an empty line between any two."""
    named: dict[str, str] = {}
    last, end = "", at
    for end in range(at, min(at + _LARGEST, len(lines))):
        field = _FIELD.match(lines[end][:1000])
        name = field[1].lower() if field else ""
        if field and name in _SENDERS | _SUBJECTS | _OTHERS:
            named.setdefault(name, field[2].strip(" \t*"))
            last = name
        elif lines[end].strip(" \t>"):
            if not last:
                return named, end
            named[last] = f"{named[last]} {lines[end].strip()}"  # a long field goes on
        elif _is_field(lines, end + 1):
            last = ""
        else:
            return named, end
    return named, end


def _is_field(lines: list[str], at: int) -> bool:
    field = _FIELD.match(lines[at][:1000]) if at < len(lines) else None
    return field is not None and field[1].lower() in _SENDERS | _SUBJECTS | _OTHERS


def _unlinked(sender: str) -> str:
    """Outlook writes `Anna <a@b.c<mailto:a@b.c>>` and `Anna [mailto:a@b.c]`."""
    plain = re.sub(r"[<(\[]mailto:[^<>()\[\]]{0,300}[>)\]]", lambda link: f"<{link[0][8:-1]}>", sender)
    return re.sub(r"<([^<>]{1,300})<[^<>]{1,300}>>", r"<\1>", plain)


def _unquoted(lines: list[str]) -> str:
    """Thunderbird and Apple Mail may quote what they forward."""
    said = [line for line in lines if line.strip()]
    if said and all(line.lstrip().startswith(">") for line in said):
        lines = [re.sub(r"^\s*> ?", "", line) for line in lines]
    return "\n".join(lines).strip()
