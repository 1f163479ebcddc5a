"""What people who work on tickets have begun to write."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Path

from helpdesk.channels.drafts import actions as drafts
from helpdesk.channels.drafts.requests import DraftWish
from helpdesk.channels.drafts.rules import KINDS, Draft, DraftKind
from helpdesk.channels.drafts.views import OwnDraft, OwnDrafts, draft_view, line_view
from helpdesk.core.directory.routes import caller
from helpdesk.foundation.edge.api import Api
from helpdesk.foundation.edge.http import Answer, answer, gives
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.vocabulary import TicketId

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
