"""Tables of tickets and figures, and tickets line by line, for who works on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters

from helpdesk.capabilities.exports.actions import asking, walking
from helpdesk.capabilities.exports.requests import ExportPlan, WalkQuery, WhichExport
from helpdesk.capabilities.exports.rules.export import MOST
from helpdesk.capabilities.exports.rules.walk import Place
from helpdesk.capabilities.exports.views import Export, ExportedPage, ExportList, export_view, exported_page
from helpdesk.capabilities.search.actions import finding
from helpdesk.capabilities.search.actions.finding import Asked
from helpdesk.capabilities.search.rules.scope import reader_of
from helpdesk.capabilities.views.rules import asked as as_asked
from helpdesk.core.directory.routes import caller, person
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.vocabulary import TicketId

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.directory.rules import Person
    from helpdesk.foundation.desk import Desk
    from helpdesk.foundation.edge.api import Api

LINES: Final = "application/x-ndjson"

ASKING: Final = (
    f"Has a table made in the background: of at most {MOST} tickets, as the caller may see them, or of a report. It is "
    "kept for a day. Text that programs would compute is made inert."
)

WALKING: Final = (
    "All tickets that the caller may see, each once in a walk, whatever is written meanwhile; or those that changed "
    "`since` an instant. The cursor goes on behind what came, and after a `complete` page with what has changed by "
    "then: whoever keeps it has every change. With `Accept: application/x-ndjson` it is a line for each ticket, and "
    "cursor and end stand in the headers `X-Cursor` and `X-Complete`."
)


def added_to(api: Api) -> None:
    _add_walking(api)
    _add_asking(api)


def _add_walking(api: Api) -> None:
    @api.get("/api/exports/tickets", description=WALKING, responses=gives(ExportedPage))
    def walk_tickets(wanted: Annotated[WalkQuery, Parameters()]) -> Answer:
        by = caller(api)
        pages = cursors.pages(api.desk(), by, "export of tickets")
        position = pages.position(wanted.cursor)
        now = api.desk().clock.now()
        place = Place.read(position, now) if position else Place(since=wanted.since, begun=now)
        asked = Asked(query=place.query, after=place.behind, limit=wanted.limit, facets=(), forgives=False)
        found = finding.find(api.desk(), roles.any_staff(by), asked)
        tickets = walking.as_they_are(api.desk(), by, [TicketId(hit.id) for hit in found.hits])
        page = exported_page(tickets, str(pages.cursor(place.then(found.more).written)), by, whole=found.more is None)
        if LINES in api.current_event.headers.get("accept", ""):
            return _lines(page)
        return answer(page)


def _lines(page: ExportedPage) -> Answer:
    said = {"Cache-Control": "no-store", "X-Cursor": page.cursor, "X-Complete": "true" if page.complete else "false"}
    return Answer(200, LINES, "".join(f"{ticket.model_dump_json()}\n" for ticket in page.items), said)


def _add_asking(api: Api) -> None:
    @api.post("/api/exports", description=ASKING, responses=gives(Export, 201))
    def ask_export(wanted: ExportPlan) -> Answer:
        who, desk = person(api), api.desk()
        meant = wanted.meant(who)
        export = asking.ask(desk, who, meant, 0 if meant.report else _count(desk, who, meant.question))
        logger.info("export asked for", extra={"by": who.id, "export": export.id, "total": export.total})
        return answer(export_view(export, desk.clock.now()), status=201, location=f"/api/exports/{export.id}")

    @api.get("/api/exports", responses=gives(ExportList))
    def list_exports() -> Answer:
        """The caller's own, the newest first."""
        desk = api.desk()
        own = asking.own(desk, person(api))
        return answer(ExportList(items=[export_view(each, desk.clock.now()) for each in own]))

    @api.get("/api/exports/<export_id>", responses=gives(Export))
    def read_export(export_id: WhichExport) -> Answer:
        desk = api.desk()
        export = asking.read(desk, person(api), export_id)
        return answer(export_view(export, desk.clock.now(), asking.link(desk, export)))


def _count(desk: Desk, who: Person, question: str) -> int:
    query = as_asked(question, reader_of(who, desk.clock.now()))
    by = roles.any_staff(who.as_actor())
    return finding.find(desk, by, Asked(query=query, limit=1, facets=(), forgives=False)).total
