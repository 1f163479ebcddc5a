"""The tape: the facts of a ticket's life that its clocks depend on, in commit order, a few bytes each."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.core.calendars.rules.open_time import SECOND, to_instant, to_moment
from helpdesk.core.record.assignment import TicketAssigned, TicketHandedOver
from helpdesk.core.record.clocks import ClocksRecomputed
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.event import Event
from helpdesk.core.record.levels import TicketDeescalated, TicketEscalated
from helpdesk.core.record.tickets import MessageAdded, StateChanged, TicketCreated, TicketUpdated
from helpdesk.foundation.kernel.vocabulary import Visibility


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


def after(tape: tuple[TapeFact, ...], entry: Entry) -> tuple[TapeFact, ...]:
    """The tape of a head: the clock facts of its entries, in order. Who asks again before anything else happened
    moves no clock, so that however much a requester writes makes a head no larger.
    """
    facts = tape_of(entry)
    if facts and tape and facts[0].kind == tape[-1].kind == FactKind.REQUESTER_MESSAGE:
        facts = facts[1:]
    return tape + facts


def tape_of(entry: Entry) -> tuple[TapeFact, ...]:
    """The clock facts in one entry."""
    return tuple(TapeFact(at=entry.at, kind=kind, value=value) for kind, value in _facts(entry.event))


def _facts(event: Event) -> list[tuple[FactKind, str]]:
    match event:
        case TicketCreated():
            facts = [
                (FactKind.CREATED, ""),
                (FactKind.STATE, f"{event.state}/{event.phase}"),
                (FactKind.PRIORITY, event.priority.value),
                (FactKind.LEVEL, event.level.value),
            ]
            return facts + ([(FactKind.POLICY, event.policy)] if event.policy else [])
        case MessageAdded(automatic=False, visibility=Visibility.PUBLIC):
            return [(FactKind.AGENT_REPLY if event.by.is_staff else FactKind.REQUESTER_MESSAGE, "")]
        case StateChanged():
            answered = [(FactKind.AGENT_REPLY, "")] if event.told else []
            waited_for = [] if event.vendor is None else [(FactKind.VENDOR, event.vendor)]
            return [*answered, (FactKind.STATE, f"{event.state}/{event.phase}"), *waited_for]
        case TicketUpdated():
            return _changed_facts(event)
        case TicketEscalated() | TicketDeescalated():
            return [(FactKind.LEVEL, event.level.value), (FactKind.OWNER, "")]
        case TicketAssigned() | TicketHandedOver():
            return [(FactKind.OWNER, event.assignee or "")]
        case ClocksRecomputed(policy=str(policy)):
            return [(FactKind.POLICY, policy)]
        case _:
            return []


def _changed_facts(event: TicketUpdated) -> list[tuple[FactKind, str]]:
    pairs = (
        (FactKind.PRIORITY, event.priority),
        (FactKind.LEVEL, event.level),
        (FactKind.POLICY, event.policy),
    )
    facts = [(kind, str(value)) for kind, value in pairs if value is not None]
    return facts + ([(FactKind.OWNER, "")] if event.team else [])
