"""Conversations beside the one with the requester, for people who work on tickets."""

from helpdesk.capabilities.sides import actions as sides
from helpdesk.capabilities.sides.requests import SideAnswer, SideBeginning, SideStanding
from helpdesk.capabilities.sides.rules import SideLetter
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer
from helpdesk.foundation.edge.inputs import Which
from helpdesk.foundation.kernel.actors import Actor


def added_to(api: TicketApi) -> None:
    @api.post("/api/tickets/<ticket_id>/sides", responses=api.gives(api.views.staff, 201))
    def begin_side(ticket_id: Which, wanted: SideBeginning) -> Answer:
        wish = api.wish(ticket_id, wanted)
        outcome = sides.begin(api.desk(), wish, _letter(wanted, wish.by, wanted.subject), _shared(wanted))
        return api.changed(outcome, wish.by, 201)

    @api.post("/api/tickets/<ticket_id>/sides/<side_id>/messages", responses=api.gives(api.views.staff, 201))
    def write_on_side(ticket_id: Which, side_id: Which, wanted: SideAnswer) -> Answer:
        wish = api.wish(ticket_id, wanted)
        outcome = sides.answer(api.desk(), wish, side_id, _letter(wanted, wish.by), _shared(wanted))
        return api.changed(outcome, wish.by, 201)

    @api.patch("/api/tickets/<ticket_id>/sides/<side_id>", responses=api.gives(api.views.staff))
    def close_side(ticket_id: Which, side_id: Which, wanted: SideStanding) -> Answer:
        """Close it, or open it again."""
        wish = api.wish(ticket_id, wanted)
        return api.changed(sides.set_open(api.desk(), wish, side_id, is_open=wanted.open), wish.by)


def _letter(wanted: SideAnswer, by: Actor, subject: str = "") -> SideLetter:
    files = tuple(upload.of_session(by.id) for upload in wanted.attachments)
    body, html = wanted.written(files)
    return SideLetter(
        body=body,
        html=html,
        subject=subject,
        to=tuple(wanted.to),
        cc=tuple(wanted.cc),
        attachments=files,
        state=wanted.state,
        vendor=wanted.vendor,
    )


def _shared(wanted: SideAnswer) -> list[tuple[str, int]]:
    return [(file.id, file.version) for file in wanted.shared]
