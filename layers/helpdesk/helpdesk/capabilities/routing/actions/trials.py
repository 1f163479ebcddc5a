"""Rules tried on past tickets. Nothing is written, and no more is read than is said here."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from helpdesk.capabilities.routing.actions.rules import wanted_rules
from helpdesk.capabilities.routing.rules import rule_trials
from helpdesk.capabilities.routing.rules.rule import Rule
from helpdesk.capabilities.routing.rules.rule_trials import MOST_TRIED, PastRun
from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules.listing import Card
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import TeamId

PAGE: Final = 100

LIST_REQUESTS: Final = 100

MONTHS: Final = 12

SIDE_BY_SIDE: Final = 8


class Window(Struct, frozen=True, kw_only=True):
    """The newest `last` tickets, created from `start` on and before `end` where these are given."""

    last: int = MOST_TRIED
    start: datetime | None = None
    end: datetime | None = None

    def covers(self, card: Card) -> bool:
        return (self.start is None or self.start <= card.created_at) and (
            self.end is None or card.created_at < self.end
        )


class PastRuns(Struct, frozen=True, kw_only=True):
    """Newest first, of the last twelve months. Not `complete`: more were to look through than are read at once."""

    runs: tuple[PastRun, ...]
    complete: bool


def try_on_past(desk: Desk, by: Actor, window: Window, rules: Sequence[Rule] | None) -> PastRuns:
    """What these rules, or those that hold, would have made of past tickets."""
    roles.lead_only(by)
    wanted, terms = wanted_rules(desk, rules), desk.settings.of(TERMS)
    cards, complete = _recent(desk, window)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        first = list(pool.map(lambda card: desk.tickets.commit(card.id, 1)[0], cards))
    return PastRuns(runs=tuple(rule_trials.tried(entry, wanted, terms) for entry in first), complete=complete)


def _recent(desk: Desk, window: Window) -> tuple[list[Card], bool]:
    """Lists are in the order of deadlines, so all of a month is looked at before the newest are taken."""
    found: list[Card] = []
    left = LIST_REQUESTS
    teams = _teams(desk)
    for begin, shelf in _shelves(desk.clock.now()):
        pages = (page for team in teams for page in _pages(desk, team, shelf))
        for page in pages:
            found += [card for card in page.items if window.covers(card)]
            left -= 1
            if not left:
                return _newest(found, window), False
        if _enough(found, window, begin):
            break
    return _newest(found, window), True


def _pages(desk: Desk, team: TeamId, shelf: str) -> Iterator[Listing]:
    page = desk.tickets.by_team(team, shelf, None, PAGE)
    yield page
    while page.cursor:
        page = desk.tickets.by_team(team, shelf, page.cursor, PAGE)
        yield page


def _newest(found: list[Card], window: Window) -> list[Card]:
    return sorted(found, key=lambda card: (card.created_at, card.id), reverse=True)[: window.last]


def _enough(found: list[Card], window: Window, begin: datetime) -> bool:
    """Nothing newer can be on the shelf of an earlier month."""
    everything = window.start is not None and begin <= window.start
    return everything or sum(card.created_at >= begin for card in found) >= window.last


def _teams(desk: Desk) -> list[TeamId]:
    known = [team.id for team in desk.staffing.teams()]
    return list(dict.fromkeys([*known, *(entry.team for entry in desk.settings.of(TERMS).level_teams)]))


def _shelves(now: datetime) -> Iterator[tuple[datetime, str]]:
    """The open tickets, then those closed by month, each with the instant before which what it lacks was made."""
    yield now, "live"
    begin = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    for _ in range(MONTHS):
        yield begin, f"closed-{begin:%Y-%m}"
        begin = (begin - timedelta(days=1)).replace(day=1)
