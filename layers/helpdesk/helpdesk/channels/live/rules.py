"""How long browsers can stay open, and who is at a ticket by them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import TicketId

CONNECTION_LIFETIME: Final = timedelta(hours=2, minutes=10)

MAILS: Final = "mails"
"""What administrators watch who look at held mail."""

PRESENT: Final = timedelta(seconds=25)
"""Of real time, after who is there said so, to be said again before: a browser that vanishes is soon gone."""

LISTED: Final = timedelta(seconds=40)
"""The same where lists are looked at, to which it is said again less often."""

TURN: Final = timedelta(seconds=20)


class Doing(StrEnum):
    LOOKING = "looking"
    WRITING = "writing"
    GONE = "gone"


class Presence(Struct, frozen=True, kw_only=True):
    """Who is at a ticket in a browser, and until which instant of real time that holds."""

    person: str
    name: str
    doing: Doing
    until: datetime


class Listed(Struct, frozen=True, kw_only=True):
    """Who is at a ticket, for those who look at a list in which it stands; until when is said of each."""

    ticket_id: TicketId
    people: tuple[Presence, ...]


def is_news(before: Presence | None, now: Presence, wall: datetime) -> bool:
    """Whether lists are to hear of it: that it changed, or by the first word of each turn that it goes on."""
    if before is None or before.until <= wall:
        return now.doing is not Doing.GONE
    return before.doing is not now.doing or _turn(before.until - PRESENT) != _turn(wall)


def _turn(at: datetime) -> int:
    return int(at.timestamp() // TURN.total_seconds())


def present(said: Iterable[Presence | None], wall: datetime) -> list[Presence]:
    """Who is there, once each, by name: who writes in one browser and looks in another writes."""
    people: dict[str, Presence] = {}
    for each in said:
        if each is None or each.until <= wall or each.doing is Doing.GONE:
            continue
        if each.person not in people or each.doing is Doing.WRITING:
            people[each.person] = each
    return sorted(people.values(), key=lambda each: (each.name, each.person))
