"""Where a reply ends and what it answers begins.

A library knows how programs introduce a quote in thirteen languages. It is asked with a bound: its patterns take a line
of 15,000 characters, or as many empty lines, for a reason to think for minutes.
"""

import re
from typing import Final

from msgspec import Struct

_LANGUAGES: Final = ("en", "de", "cs", "da", "es", "fr", "it", "ja", "ko", "nl", "pl", "sv", "zh", "david")
_LOOKED_AT: Final = 64 * 1024
_LINE: Final = 120
_EMPTY: Final = 2
_JOINED: Final = 3

_SEPARATOR: Final = re.compile(r"^ ?[_-]{20,}$")
_ADDRESS: Final = r"[^\s<>@]{1,64}@[^\s<>@]{1,255}"
# A line such as "Anna <anna@company.com> 30.11.2026 09:00:" in whatever language.
_WROTE: Final = re.compile(
    rf"(?=[^\n]{{0,300}}<(?:mailto:)?{_ADDRESS})(?=[^\n]{{0,300}}\b(?:19|20)\d\d)(?=[^\n]{{0,300}}\d[:.]\d\d)[^\n]{{10,300}}[:：]$"
)
_WROTE_WORDS: Final = re.compile(
    r"^(?:[^\n]{0,200}\d{1,2}[:.]\d\d[^\n]{0,200}(?:пишет|написал(?:\(а\)|а)?)"
    r"|[^\n]{0,200}\d{4}\s?年\s?\d{1,2}\s?月[^\n]{0,200}(?:写道|寫道)) ?[:：]$"
)
_ORIGINAL: Final = re.compile(
    r"^[-_=\s*]{3,}(?:original[- ]message|original-?nachricht|ursprüngliche (?:nachricht|mail)|message d'origine"
    r"|messaggio originale|mensaje original|mensagem original|oorspronkelijk bericht|oryginalna wiadomość"
    r"|oprindelig meddelelse|ursprungligt meddelande|исходное сообщение"
    r"|原始邮件|原始郵件|元のメッセージ)[-_=\s*:]*$",
    re.IGNORECASE,
)
_ABOVE: Final = re.compile(
    r"^[>\s]*[-#=*_ ]*(?:please )?(?:reply above (?:this|the) line"
    r"|antworten sie (?:bitte )?(?:ober|ü)[a-z]* dieser zeile)",
    re.IGNORECASE,
)
_BLOCK: Final = re.compile(
    r"^[\s>*_]*(?:from|von|de|da|van|od|fra|från|от|发件人|寄件者|差出人|보낸 ?사람)\*? ?[:：]",
    re.IGNORECASE,
)
_WHO_OR_WHEN: Final = re.compile(r"@|\d{4}|\d[:.]\d\d|\d年")
_FIELD: Final = re.compile(r"^[\s>*_]*[^\W\d][^:\n]{0,30}\*? ?[:：]")


class Parts(Struct, frozen=True):
    text: str
    quoted: str = ""


def parted(text: str) -> Parts:
    """What is new, and what it answers. A mail that is nothing but a quote is new as a whole."""
    lines = text.split("\n")
    begins = _begins(lines)
    if begins is None:
        return _without_tail(lines)
    above, (head, below) = lines[: begins[0]], (lines[begins[0] : begins[1]], lines[begins[1] :])
    first = next((line for line in below if line.strip()), "")
    if not first.startswith(">"):
        return _made(above, head + below)
    run = next((at for at, line in enumerate(below) if line.strip() and not line.startswith(">")), len(below))
    after = below[run:]
    if not any(line.strip() for line in after):
        return _made(above, head + below)
    if any(line.startswith(">") for line in after):
        return Parts(text.strip())  # answers between the lines need the lines
    return _made([*above, *after], head + below[:run])


def _made(new: list[str], quoted: list[str]) -> Parts:
    text = "\n".join(new).strip()
    old = "\n".join(quoted).strip()
    return Parts(text, old) if text else Parts(old)


def _without_tail(lines: list[str]) -> Parts:
    """Quoted lines at the end, or at the beginning, that nobody introduced."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith(">")):
        end -= 1
    if any(line.startswith(">") for line in lines[end:]):
        return _made(lines[:end], lines[end:])
    start = 0
    while start < len(lines) and (not lines[start].strip() or lines[start].startswith(">")):
        start += 1
    if any(line.startswith(">") for line in lines[start:]):
        return Parts("\n".join(lines).strip())
    return _made(lines[start:], lines[:start])


def _begins(lines: list[str]) -> tuple[int, int] | None:
    """The lines by which the first quote is introduced."""
    found = [each for each in (_own(lines), _theirs(lines)) if each]
    return min(found) if found else None


def _own(lines: list[str]) -> tuple[int, int] | None:
    size = 0
    for at, line in enumerate(lines):
        size += len(line) + 1
        if size > _LOOKED_AT:
            break
        if line.strip() and len(line) <= 2 * _LINE and (found := _introduced(lines, at)):
            return found
    return None


def _introduced(lines: list[str], at: int) -> tuple[int, int] | None:
    """By a line that says so, by the fields of a mail, or by who wrote when: that may have been wrapped."""
    line = lines[at]
    if _ORIGINAL.match(line) or _ABOVE.match(line):
        return at, at + 1
    if _BLOCK.match(line) and (end := _block_end(lines, at)):
        return at - (1 if at and _SEPARATOR.match(lines[at - 1]) else 0), end
    if line.rstrip().endswith((":", "：")):
        for begin in range(at, max(at - _JOINED, -1), -1):
            joined = " ".join(each.strip() for each in lines[begin : at + 1])
            if len(joined) <= 3 * _LINE and (_WROTE.match(joined) or _WROTE_WORDS.match(joined)):
                return begin, at + 1
    return None


def _block_end(lines: list[str], at: int) -> int:
    """After the fields that programs of offices write above a quote; 0 if it is no such block."""
    end, fields = at, 0
    while end < len(lines) and end < at + 8 and lines[end].strip():
        fields += _FIELD.match(lines[end]) is not None
        end += 1
    return end if fields >= 3 and _WHO_OR_WHEN.search(" ".join(lines[at:end])) else 0  # noqa: PLR2004 - from, sent, to


def _theirs(lines: list[str]) -> tuple[int, int] | None:
    from mailparser_reply.parser import EmailMessage  # noqa: PLC0415 - only who takes mail in pays for it

    prepared, origin = _prepared(lines)
    pattern = EmailMessage("", list(_LANGUAGES)).HEADER_REGEX
    since = 0
    while match := pattern.search(prepared, since):
        words = match[0].strip("\n")
        begin = prepared.count("\n", 0, match.start() + len(match[0]) - len(match[0].lstrip("\n")))
        end = begin + words.count("\n")
        if _is_meant(words):
            return origin[begin], origin[min(end, len(origin) - 1)] + 1
        since = max(match.end(), match.start() + 1)
    return None


def _is_meant(words: str) -> bool:
    """Not every line that begins like one introduces a quote: it names an address or a time."""
    fields = sum(_FIELD.match(line) is not None for line in words.split("\n"))
    is_one = words.rstrip().endswith((":", "：")) or fields >= 3  # noqa: PLR2004 - from, sent, to
    return (is_one and _WHO_OR_WHEN.search(words) is not None) or "riginal" in words


def _prepared(lines: list[str]) -> tuple[str, list[int]]:
    """The beginning of a text in short lines, and from which line each comes."""
    out: list[str] = []
    origin: list[int] = []
    empty = size = 0
    for at, line in enumerate(lines):
        bare = line[:_LOOKED_AT].strip()
        empty = 0 if bare else empty + 1
        if empty > _EMPTY:
            continue
        for since in range(0, max(len(bare), 1), _LINE):
            out.append(bare[since : since + _LINE].strip())
            origin.append(at)
        size += len(bare) + 1
        if size > _LOOKED_AT:
            break
    return "\n".join(out), origin
