"""Search, as an API of its own: its function carries what reads indexes."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters
from pydantic import Field

from helpdesk.capabilities.search.actions import finding, likening
from helpdesk.capabilities.search.actions.finding import Asked
from helpdesk.capabilities.search.ports import Position, Sort
from helpdesk.capabilities.search.routes import things
from helpdesk.capabilities.search.rules.likeness import LONGEST as LONGEST_TEXT
from helpdesk.capabilities.search.rules.parsing import parse
from helpdesk.capabilities.search.rules.scope import reader_of
from helpdesk.capabilities.search.rules.snippet import finds
from helpdesk.capabilities.search.rules.things import ThingKind
from helpdesk.capabilities.search.views import AlikeTickets, SearchPage, hit_view, thing_view
from helpdesk.core.directory.routes import caller, person
from helpdesk.core.directory.rules import Person
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Identifier, PageSize, Request
from helpdesk.foundation.kernel.vocabulary import PersonId

LONGEST: Final = 500

QUESTION: Final = (
    'Words, `"words in quotes"`, `-without`, `begun*`, and conditions as `state:open`, `from:`, `assignee:`, `team:`, '
    "`created:>2026-01`, `is:mine`. What cannot be understood as a condition is a word."
)


KINDS: Final = (
    "People, organizations and assets are for staff: at most eight, by beginnings of words of their name, address and "
    "label, or by a phone number however it is written; all of the words must be there."
)


class SearchQuery(Request):
    q: Annotated[str, Field(max_length=LONGEST, description=QUESTION)] = ""
    kind: Annotated[Literal["ticket"] | ThingKind, Field(description=KINDS)] = "ticket"
    sort: Sort = Sort.NEWEST
    cursor: Cursor | None = None
    limit: PageSize = 25


class AlikeQuery(Request):
    text: Annotated[str, Field(max_length=LONGEST_TEXT, description="What somebody is about to write.")] = ""
    requester: Identifier | None = None


def added_to(api: Api) -> None:
    @api.get("/api/search", description=f"Finds what the caller may see. {QUESTION}", responses=gives(SearchPage))
    def search(wanted: Annotated[SearchQuery, Parameters()]) -> Answer:
        who = person(api)
        by = who.as_actor()
        if wanted.kind != "ticket":
            return answer(_things(api.desk(), who, wanted.kind, wanted.q))
        pages = cursors.pages(api.desk(), by, "search", wanted)
        query = parse(wanted.q, reader_of(who, api.desk().clock.now()))
        after = Position.read(position) if (position := pages.position(wanted.cursor)) else None
        found = finding.find(api.desk(), by, Asked(query=query, sort=wanted.sort, after=after, limit=wanted.limit))
        return answer(
            SearchPage(
                items=[hit_view(hit, by) for hit in found.hits],
                cursor=pages.cursor(found.more.written if found.more else None),
                total=found.total,
                total_is="exact" if found.whole else "at_least",
                facets=found.facets,
                understood=list(query.understood),
            )
        )

    _alike(api)


def _things(desk: Desk, who: Person, kind: ThingKind, written: str) -> SearchPage:
    marks = finds(parse(written, reader_of(who, desk.clock.now())))
    items = [thing_view(kind, thing, marks) for thing in things.found(desk, who.as_actor(), kind, written)]
    return SearchPage(items=items, cursor=None, total=len(items), total_is="at_least", facets={}, understood=[])


def _alike(api: Api) -> None:
    @api.get("/api/alike-tickets", responses=gives(AlikeTickets))
    def find_alike(wanted: Annotated[AlikeQuery, Parameters()]) -> Answer:
        """Open tickets of the last seven days that say the same, of those that the caller may see, the likest first;
        before them those in which the requester takes part.
        """
        by = caller(api)
        near = PersonId(wanted.requester) if wanted.requester else None
        return answer(
            AlikeTickets(items=[hit_view(hit, by) for hit in likening.alike(api.desk(), by, wanted.text, near)])
        )
