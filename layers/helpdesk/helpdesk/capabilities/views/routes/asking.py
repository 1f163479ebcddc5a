"""What views have, where search is: they ask the same index."""

from __future__ import annotations

from typing import Annotated, Final

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters
from msgspec.structs import replace

from helpdesk.capabilities.search.actions import counting, finding
from helpdesk.capabilities.search.actions.finding import Asked
from helpdesk.capabilities.search.ports import Position, Sort
from helpdesk.capabilities.search.rules.query import Query
from helpdesk.capabilities.search.rules.scope import reader_of
from helpdesk.capabilities.views import actions as views
from helpdesk.capabilities.views.requests import Question, WhichView
from helpdesk.capabilities.views.rules import Order, View, asked
from helpdesk.capabilities.views.views import ViewCount, ViewCounts, ViewPage
from helpdesk.core.directory.routes import person
from helpdesk.core.directory.rules import Person
from helpdesk.core.tickets.views.cards import card_view
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import PageSize, Request

WALK: Final = (
    "The tickets of a view, or those of them that `q` narrows it to. In the order `newest` each of them comes exactly "
    "once, whatever is written meanwhile: that order never changes. In the others this holds of what stays as it is; "
    "what changes may move between what was given already and what is still to come."
)


class ViewQuery(Request):
    q: Question = ""
    order: Order | None = None
    cursor: Cursor | None = None
    limit: PageSize = 25


def added_to(api: Api) -> None:
    @api.get("/api/views/counts", responses=gives(ViewCounts))
    def count_views() -> Answer:
        who, desk = person(api), api.desk()
        reader = reader_of(who, desk.clock.now())
        queries = {each.id: asked(each.question, reader) for each in views.all_for(desk, who)}
        found = counting.count(desk, who.as_actor(), queries)
        counts = {which: ViewCount(count=each.count, missed=each.missed) for which, each in found.items()}
        return answer(ViewCounts(counts=counts))

    @api.get("/api/views/<view_id>/tickets", description=WALK, responses=gives(ViewPage))
    def list_view(view_id: WhichView, wanted: Annotated[ViewQuery, Parameters()]) -> Answer:
        who = person(api)
        return answer(_page(api.desk(), who, views.read(api.desk(), who, view_id), wanted))


def _page(desk: Desk, who: Person, view: View, wanted: ViewQuery) -> ViewPage:
    by = who.as_actor()
    pages = cursors.pages(desk, by, f"view {view.id} {view.revision}", wanted)
    position = pages.position(wanted.cursor)
    question = Asked(
        query=_query(desk, who, view, wanted),
        sort=Sort(wanted.order or view.order),
        after=Position.read(position) if position else None,
        limit=wanted.limit,
        facets=(),
        forgives=False,
    )
    found = finding.find(desk, by, question)
    return ViewPage(
        items=[card_view(hit.card, by) for hit in found.hits if hit.card],
        cursor=pages.cursor(found.more.written if found.more else None),
        total=found.total,
        total_is="exact" if found.whole else "at_least",
    )


def _query(desk: Desk, who: Person, view: View, wanted: ViewQuery) -> Query:
    reader = reader_of(who, desk.clock.now())
    query, narrower = asked(view.question, reader), asked(wanted.q, reader)
    return replace(query, conditions=(*query.conditions, *narrower.conditions))
