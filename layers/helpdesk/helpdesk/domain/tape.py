"""The tape: the facts of a ticket's life that its clocks depend on, in commit order, a few bytes each."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.domain.open_time import SECOND, to_instant, to_moment


class FactKind(StrEnum):
    """What a fact says. Automatic mail and thanks-only replies are no facts: they move no clock."""

    CREATED = "created"
    STATE = "state"  # "<state>/<phase>"
    PRIORITY = "priority"
    POLICY = "policy"  # "<id>@<version>", empty for none
    CALENDAR = "calendar"  # "<id>@<version>": this version from now on
    AGENT_REPLY = "agent_reply"  # public, by a human
    REQUESTER_MESSAGE = "requester_message"
    OWNER = "owner"  # empty when unassigned
    LEVEL = "level"
    VENDOR = "vendor"  # who is waited for, empty when handed back


class TapeFact(Struct, frozen=True, kw_only=True):
    at: datetime
    kind: str
    value: str = ""


LETTERS: Final = {
    FactKind.CREATED: "c",
    FactKind.STATE: "s",
    FactKind.PRIORITY: "p",
    FactKind.POLICY: "y",
    FactKind.CALENDAR: "k",
    FactKind.AGENT_REPLY: "a",
    FactKind.REQUESTER_MESSAGE: "r",
    FactKind.OWNER: "o",
    FactKind.LEVEL: "l",
    FactKind.VENDOR: "v",
}
KINDS: Final = {letter: kind for kind, letter in LETTERS.items()}
_LINE: Final = re.compile(r"(-?\d+)(?:\.(\d{6}))?([a-z])([^\n]*)", re.ASCII)


def encode_tape(tape: Iterable[TapeFact]) -> str:
    """One line per fact: the seconds since the fact before it, a letter for its kind, its value."""
    return "\n".join(_lines(tape))


def _lines(tape: Iterable[TapeFact]) -> Iterator[str]:
    before = 0
    for fact in tape:
        if "\n" in fact.value:
            raise ValueError(f"The value of {fact.kind} runs over a line")
        instant = to_instant(fact.at)
        seconds, rest = divmod(instant - before, SECOND)
        yield f"{seconds}{f'.{rest:06d}' if rest else ''}{LETTERS[FactKind(fact.kind)]}{fact.value}"
        before = instant


def decode_tape(text: str) -> tuple[TapeFact, ...]:
    facts: list[TapeFact] = []
    instant = 0
    for seconds, rest, letter, value in _LINE.findall(text):
        instant += int(seconds) * SECOND + int(rest or 0)
        facts.append(TapeFact(at=to_moment(instant), kind=KINDS[letter], value=value))
    return tuple(facts)
