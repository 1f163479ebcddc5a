"""Lists: which tickets somebody asks for, read from one index and narrowed by what its cards show."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from msgspec import Struct

from helpdesk.core.tickets.ports import Listing
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.listing import NOBODY, Card
from helpdesk.core.tickets.rules.refusals import WHOSE
from helpdesk.core.tickets.rules.wanted import Wanted
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId

FILTER_REQUESTS: Final = 8

LARGE: Final = 100


class Query(Wanted, frozen=True, kw_only=True):
    """Which tickets to list, and which page of them."""

    cursor: str | None = None
    limit: int = 25


class Found(Struct, frozen=True, kw_only=True):
    """A page of a list. With a cursor it goes on, also where little or nothing was found."""

    items: tuple[Card, ...]
    cursor: str | None
    looked_at: int
    """Of the list's tickets, those between where the page began and where the next begins."""


def listed(desk: Desk, by: Actor, query: Query) -> Found:
    """Tickets by next deadline; those of a requester or an organization, newest first. One request; when filters left
    too little of it, a few with larger pages. Whose list another asks for is looked up before, and of a person who
    was joined of several each is read.
    """
    wanted, now = query.by(by), desk.clock.now()
    own = _ids(desk, by, wanted)
    cursor, size = wanted.cursor, wanted.limit
    items: list[Card] = []
    looked_at = 0
    for _ in range(FILTER_REQUESTS if wanted.narrows else 1):
        page = _page(desk, wanted, own, cursor, size)
        kept = [at for at, card in enumerate(page.items) if wanted.fits(card, now) and _may_list(by, card)]
        room = wanted.limit - len(items)
        items += [page.items[at] for at in kept[:room]]
        if len(kept) > room:
            last = kept[room - 1]
            return Found(items=tuple(items), cursor=page.after(last), looked_at=looked_at + last + 1)
        looked_at += len(page.items)
        cursor, size = _further(page, wanted), LARGE
        if cursor is None or len(items) == wanted.limit:
            break
    return Found(items=tuple(items), cursor=cursor, looked_at=looked_at)


def _further(page: Listing, wanted: Wanted) -> str | None:
    """Where it goes on. Behind what is due too late nothing is due earlier."""
    over = wanted.by_deadline and page.items and wanted.is_past(page.items[-1])
    return None if over else page.cursor


def _may_list(by: Actor, card: Card) -> bool:
    return not by.is_staff or access.in_scope(by, card.team, card.assignee)


def takes_part(by: Actor, query: Query, card: Card) -> bool:
    """Whether it stands there because they take part in what somebody else asks."""
    return query.by(by).shared and card.requester not in by.ids


def _ids(desk: Desk, by: Actor, wanted: Wanted) -> tuple[PersonId, ...]:
    """Of whose requests it is a list."""
    asked = wanted.requester
    if not asked or asked == by.id:
        return tuple(map(PersonId, by.ids)) if asked else ()
    found = desk.directory.people([PersonId(asked)]).get(PersonId(asked))
    return found.ids if found else (PersonId(asked),)


def _page(desk: Desk, wanted: Wanted, own: Sequence[PersonId], cursor: str | None, limit: int) -> Listing:
    """From the list in which there is least: a person's, a team's, that of what nobody has."""
    if wanted.requester:
        lists = {each: partial(desk.tickets.by_requester, each, shared=wanted.shared) for each in own}
        if not own[1:]:
            return lists[own[0]](cursor, limit)
        from helpdesk.core.tickets.actions.merging import merged  # noqa: PLC0415 - only of people who were joined

        return merged(lists, cursor, limit)
    if wanted.assignee and (wanted.assignee != NOBODY or not wanted.team):
        person = None if wanted.assignee == NOBODY else PersonId(wanted.assignee)
        return desk.tickets.by_assignee(person, wanted.shelf, cursor, limit)
    if wanted.team:
        team = None if wanted.team == NOBODY else TeamId(wanted.team)
        return desk.tickets.by_team(team, wanted.shelf, cursor, limit)
    if wanted.organization and wanted.organization != NOBODY:
        return desk.tickets.by_organization(wanted.organization, cursor, limit)
    raise InvalidError.at("team", WHOSE())
