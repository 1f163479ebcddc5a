"""What somebody typed, read as conditions. Anything can be read: what is no operator is words."""

import re
from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from helpdesk.capabilities.search.rules.days import span
from helpdesk.capabilities.search.rules.meaning import meant_by
from helpdesk.capabilities.search.rules.operators import FIELDS, INSTANTS, KEPT, MINE, OWN, SHORT, VALUES
from helpdesk.capabilities.search.rules.query import Condition, During, Marked, Query, Reader, Words

LONGEST: Final = 1_000

MOST_CONDITIONS: Final = 16

MOST_VALUES: Final = 10

_OWN_SAID: Final = {"assignee": "is:mine", "with": "is:followed", "team": "team:mine"}

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


class Misread(Struct, frozen=True, kw_only=True):
    """Whether its operator is `known`, and only its value is none."""

    name: str
    value: str
    known: bool


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


def _said(asked: Words | Marked | During, token: re.Match[str]) -> str:
    match asked:
        case Words(written=written, quoted=True):
            return f'"{written}"'
        case Words(written=written, begun=begun):
            return f"{written}*" if begun else written
        case During(field=field):
            return f"{field}:{token['value']}"
        case Marked(field=field, exact=True):
            return _OWN_SAID[field]
        case Marked(field=field, values=values):
            said = [f'"{each}"' if " " in each else each for each in values]
            return f"{SHORT.get(field, field)}:{','.join(said)}"


def _operator(field: str, value: str, reader: Reader, *, at_end: bool) -> Marked | During | None:
    name, plain = field.casefold(), value.strip('"').strip()
    if name in INSTANTS:
        return _during(INSTANTS[name], plain, reader)
    mark = FIELDS.get(name)
    if mark is None or not plain:
        return None
    if mark in KEPT:
        return _kept(mark, plain.casefold(), reader)
    quoted = value.startswith('"')
    if mark == "team" and not quoted and plain.casefold() in MINE and reader.person:
        return Marked(field=mark, values=reader.teams, exact=True)
    values = (plain,) if quoted else tuple(each for each in plain.split(",") if each)[:MOST_VALUES]
    return Marked(field=mark, values=values, begun=at_end and not quoted) if values else None


def _kept(mark: str, value: str, reader: Reader) -> Marked | None:
    known = KEPT[mark].get(value)
    if known in OWN:
        return Marked(field=OWN[known], values=(reader.person,), exact=True) if reader.person else None
    return Marked(field=mark, values=(known,)) if known else None


def _during(field: str, value: str, reader: Reader) -> During | None:
    found = span(value, ZoneInfo(reader.timezone), reader.now)
    return During(field=field, since=found[0], until=found[1]) if found else None


def misread(text: str, reader: Reader) -> Misread | None:
    """The first condition that would be taken for words, or that asks for what there is not."""
    for token in _TOKEN.finditer(text.translate(_QUOTES)):
        if not token["field"]:
            continue
        asked = _operator(token["field"], token["value"], reader, at_end=False)
        if asked is None or not _exists(asked):
            name = token["field"].casefold()
            return Misread(name=token["field"], value=token["value"], known=name in FIELDS or name in INSTANTS)
    return None


def _exists(asked: Marked | During) -> bool:
    known = VALUES.get(asked.field) if isinstance(asked, Marked) else None
    return known is None or (isinstance(asked, Marked) and {value.casefold() for value in asked.values} <= known)
