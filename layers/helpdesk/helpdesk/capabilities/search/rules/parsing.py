"""What somebody typed, read as conditions. Anything can be read: what is no operator is words."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from helpdesk.capabilities.search.rules.meaning import meant_by
from helpdesk.capabilities.search.rules.query import Condition, Created, Marked, Query, Reader, Words

LONGEST: Final = 1_000

MOST_CONDITIONS: Final = 16

MOST_VALUES: Final = 10

FIELDS: Final = {
    "from": "from", "von": "from", "org": "organization", "organization": "organization", "firma": "organization",
    "team": "team", "assignee": "assignee", "bearbeiter": "assignee", "state": "state", "status": "state",
    "priority": "priority", "prio": "priority", "kind": "kind", "art": "kind", "tag": "tag", "schlagwort": "tag",
    "channel": "channel", "kanal": "channel", "with": "with", "participant": "with", "mit": "with",
    "asset": "asset", "ger\u00e4t": "asset",
    "file": "file", "datei": "file", "category": "category", "kategorie": "category", "level": "level",
    "is": "is", "ist": "is", "has": "has", "hat": "has",
}  # fmt: skip
"""Operators as they are typed, and the marks they ask for."""

_SHORT: Final = {"organization": "org"}

CREATED: Final = ("created", "erstellt")

IS: Final = {
    "breached": "breached", "\u00fcberf\u00e4llig": "breached", "mine": "mine", "meins": "mine",
    "unassigned": "unassigned", "unzugewiesen": "unassigned", "open": "open", "offen": "open",
    "solved": "solved", "gel\u00f6st": "solved", "closed": "closed", "geschlossen": "closed",
    "waiting": "waiting", "wartend": "waiting",
}  # fmt: skip

HAS: Final = {
    "attachment": "attachment", "anhang": "attachment", "asset": "asset", "ger\u00e4t": "asset",
    "note": "note", "notiz": "note",
}  # fmt: skip

_QUOTES: Final = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u201f", '"'))

_TOKEN: Final = re.compile(
    r"""(?P<no>-)?(?:
        (?P<field>[^\W\d_]{2,20}):(?P<value>"[^"]*(?:"|$)|[^\s"]+)
        | "(?P<quoted>[^"]*)(?P<closed>"|$)
        | (?P<number>\+?\(?\d[\d()/.]*(?:[ -]+[\d()/.]+)+(?![^\s"]))
        | (?P<word>[^\s"]+)
    )""",
    re.VERBOSE,
)

_DAY: Final = re.compile(
    r"(>=|<=|>|<|)(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:\.\.(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?)?"
)


def parse(text: str, reader: Reader | None = None) -> Query:
    """The conditions of what was typed, each at most once, as many as are looked at."""
    typed = text[:LONGEST].translate(_QUOTES).replace("\x00", " ")
    found = dict.fromkeys(_conditions(typed, reader or Reader()))
    return Query(conditions=tuple(found)[:MOST_CONDITIONS])


def _conditions(typed: str, reader: Reader) -> Iterator[Condition]:
    for token in _TOKEN.finditer(typed):
        excluded = bool(token["no"])
        at_end = token.end() == len(typed)
        operator = _operator(token["field"], token["value"], reader, at_end=at_end) if token["field"] else None
        asked = operator or _words(token, at_end=at_end and not excluded)
        if isinstance(asked, Words) and meant_by(asked) is None:
            continue
        yield Condition(asked=asked, excluded=excluded, written=f"{'-' if excluded else ''}{_said(asked, token)}")


def _words(token: re.Match[str], *, at_end: bool) -> Words:
    if token["quoted"] is not None:
        return Words(written=token["quoted"], quoted=True, begun=at_end and not token["closed"])
    word = token[0].removeprefix("-") if token["no"] else token[0]
    bare = word.rstrip("*")
    return Words(written=bare.replace("*", " ").strip(), begun=at_end or word != bare, quoted="*" in bare)


def _said(asked: Words | Marked | Created, token: re.Match[str]) -> str:
    match asked:
        case Words(written=written, quoted=True):
            return f'"{written}"'
        case Words(written=written, begun=begun):
            return f"{written}*" if begun else written
        case Marked(field="assignee") if token["field"].casefold() in {"is", "ist"}:
            return "is:mine"
        case Marked(field=field, values=values):
            said = [f'"{each}"' if " " in each else each for each in values]
            return f"{_SHORT.get(field, field)}:{','.join(said)}"
    return f"created:{token['value']}"


def _operator(field: str, value: str, reader: Reader, *, at_end: bool) -> Marked | Created | None:
    name, plain = field.casefold(), value.strip('"').strip()
    if name in CREATED:
        return _created(plain, ZoneInfo(reader.timezone))
    mark = FIELDS.get(name)
    if mark is None or not plain:
        return None
    if mark in {"is", "has"}:
        return _kept(mark, plain.casefold(), reader)
    quoted = value.startswith('"')
    values = (plain,) if quoted else tuple(each for each in plain.split(",") if each)[:MOST_VALUES]
    return Marked(field=mark, values=values, begun=at_end and not quoted) if values else None


def _kept(mark: str, value: str, reader: Reader) -> Marked | None:
    known = (IS if mark == "is" else HAS).get(value)
    if known == "mine":
        return Marked(field="assignee", values=(reader.person,)) if reader.person else None
    return Marked(field=mark, values=(known,)) if known else None


def _created(value: str, zone: ZoneInfo) -> Created | None:
    found = _DAY.fullmatch(value)
    try:
        return _between(found, zone) if found else None
    except (ValueError, OverflowError):
        return None  # there is no such day


def _between(found: re.Match[str], zone: ZoneInfo) -> Created | None:
    since, until = _period(found[2], found[3], found[4], zone)
    if found[5]:
        return None if found[1] else Created(since=since, until=_period(found[5], found[6], found[7], zone)[1])
    match found[1]:
        case ">":
            return Created(since=until)
        case ">=":
            return Created(since=since)
        case "<":
            return Created(until=since)
        case "<=":
            return Created(until=until)
    return Created(since=since, until=until)


def _period(year: str, month: str | None, day: str | None, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When a year, a month or a day begins, and when the next one does."""
    first = date(int(year), int(month or 1), int(day or 1))
    if day:
        after = first + timedelta(days=1)
    elif month:
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    else:
        after = date(first.year + 1, 1, 1)
    return _midnight(first, zone), _midnight(after, zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)
