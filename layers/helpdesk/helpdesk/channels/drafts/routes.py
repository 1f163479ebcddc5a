"""What people who work on tickets have begun to write."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Path

from helpdesk.channels.drafts import actions as drafts
from helpdesk.channels.drafts.requests import DraftWish
from helpdesk.channels.drafts.rules import KINDS, Draft, DraftKind
from helpdesk.channels.drafts.views import (
    ColleaguesDrafts,
    OwnDraft,
    OwnDrafts,
    colleagues_view,
    draft_view,
    line_view,
)
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

Kind = Annotated[str, Path(pattern=KINDS, max_length=16)]


def added_to(api: Api) -> None:
    def listed() -> Answer:
        return answer(OwnDrafts(items=[line_view(draft) for draft in drafts.own(api.desk(), caller(api))]))

    @api.get("/api/me/drafts", responses=gives(OwnDrafts))
    def list_drafts() -> Answer:
        return listed()

    @api.get("/api/tickets/<ticket_id>/drafts/<kind>", responses=gives(OwnDraft))
    def read_draft(ticket_id: Which, kind: Kind) -> Answer:
        return answer(draft_view(drafts.read(api.desk(), caller(api), TicketId(ticket_id), DraftKind(kind))))

    @api.put("/api/tickets/<ticket_id>/drafts/<kind>", responses=gives(OwnDraft))
    def keep_draft(ticket_id: Which, kind: Kind, wanted: DraftWish) -> Answer:
        draft = _draft(TicketId(ticket_id), DraftKind(kind), wanted)
        return answer(draft_view(drafts.keep(api.desk(), caller(api), draft)))

    @api.delete("/api/tickets/<ticket_id>/drafts/<kind>", responses=gives(OwnDrafts))
    def drop_draft(ticket_id: Which, kind: Kind) -> Answer:
        drafts.drop(api.desk(), caller(api), TicketId(ticket_id), DraftKind(kind))
        return listed()

    _of_colleagues_added_to(api)


def _of_colleagues_added_to(api: Api) -> None:
    @api.get("/api/tickets/<ticket_id>/drafts", responses=gives(ColleaguesDrafts))
    def list_drafts_of_colleagues(ticket_id: Which) -> Answer:
        return answer(colleagues_view(drafts.of_colleagues(api.desk(), caller(api), TicketId(ticket_id))))

    @api.post("/api/tickets/<ticket_id>/drafts/<kind>/<person_id>/take-over", responses=gives(OwnDraft))
    def take_over_draft(ticket_id: Which, kind: Kind, person_id: Which) -> Answer:
        by, which, writer = caller(api), DraftKind(kind), PersonId(person_id)
        return answer(draft_view(drafts.take_over(api.desk(), by, TicketId(ticket_id), which, writer)))


def _draft(ticket_id: TicketId, kind: DraftKind, wanted: DraftWish) -> Draft:
    return Draft(
        ticket=ticket_id,
        kind=kind,
        body=wanted.body,
        html=wanted.html,
        files=tuple(upload.of_session("") for upload in wanted.attachments),
        since=wanted.since,
        at=wanted.at,
        subject=wanted.subject,
        to=wanted.to,
        cc=wanted.cc,
    )
