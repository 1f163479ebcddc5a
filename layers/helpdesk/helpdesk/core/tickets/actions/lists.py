"""Lists: which tickets somebody asks for, read from one index and narrowed by what its cards show."""

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.listing import Card
from helpdesk.core.tickets.rules.refusals import WHOSE
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import PersonId, Phase, TeamId

FILTER_REQUESTS: Final = 8

LARGE: Final = 100

NOBODY: Final = "none"


class Query(Struct, frozen=True, kw_only=True):
    """Which tickets to list. `team` and `assignee` may be `none`; `phase` and `priority` narrow inside the shelf, and
    `needs_work` leaves out what is solved.
    """

    team: str | None = None
    assignee: str | None = None
    requester: str | None = None
    organization: str | None = None
    phase: Phase | None = None
    priority: str | None = None
    needs_work: bool = False
    shelf: str = "live"
    cursor: str | None = None
    limit: int = 25

    @property
    def narrows(self) -> bool:
        """Whether it asks for less than all of one list."""
        lists = [self.requester, self.team, self.assignee, self.organization]
        return bool(self.phase or self.priority or self.needs_work) or sum(map(bool, lists)) > 1

    def by(self, actor: Actor) -> "Query":
        """With ids for `me`. A requester gets their own tickets, whatever else they ask for."""
        if not actor.is_staff:
            return replace(self, requester=actor.id, team=None, assignee=None, organization=None)
        assignee, requester = (actor.id if who == "me" else who for who in (self.assignee, self.requester))
        return replace(self, assignee=assignee, requester=requester)


def listed(desk: Desk, by: Actor, query: Query) -> Listing:
    """Tickets by next deadline; those of a requester or an organization, newest first. One request; when filters left
    too little of it, a few with larger pages. With a cursor the list goes on, also where little or nothing was found.
    """
    wanted = query.by(by)
    page = _page(desk, wanted, wanted.cursor, wanted.limit)
    items = _kept(page, wanted, by)
    for _ in range(FILTER_REQUESTS - 1):
        if not wanted.narrows or page.cursor is None or len(items) >= wanted.limit:
            break
        page = _page(desk, wanted, page.cursor, LARGE)
        items += _kept(page, wanted, by)
    if len(items) <= wanted.limit:
        return replace(page, items=tuple(items))
    last = items[wanted.limit - 1]
    return replace(page, items=tuple(items[: wanted.limit]), cursor=page.after(page.items.index(last)))


def _kept(page: Listing, query: Query, by: Actor) -> list[Card]:
    return [card for card in page.items if _fits(card, query) and _may_list(by, card)]


def _may_list(by: Actor, card: Card) -> bool:
    return not by.is_staff or access.in_scope(by, card.team, card.assignee)


def _fits(card: Card, query: Query) -> bool:
    pairs = (
        (query.team, card.team or NOBODY),
        (query.assignee, card.assignee or NOBODY),
        (query.organization, card.organization or NOBODY),
        (query.phase, card.phase),
        (query.priority, card.priority),
    )
    finished = query.needs_work and card.phase.is_finished
    return not finished and all(wanted in (None, found) for wanted, found in pairs)


def _page(desk: Desk, query: Query, cursor: str | None, limit: int) -> Listing:
    if query.requester:
        return desk.tickets.by_requester(PersonId(query.requester), cursor, limit)
    if query.team:
        team = None if query.team == NOBODY else TeamId(query.team)
        return desk.tickets.by_team(team, query.shelf, cursor, limit)
    if query.assignee:
        person = None if query.assignee == NOBODY else PersonId(query.assignee)
        return desk.tickets.by_assignee(person, query.shelf, cursor, limit)
    if query.organization:
        return desk.tickets.by_organization(query.organization, cursor, limit)
    raise InvalidError.at("team", WHOSE())
