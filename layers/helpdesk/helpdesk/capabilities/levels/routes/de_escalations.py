"""Tickets that go back to a lower level, with the answer it needs."""

from helpdesk.capabilities.levels.actions import escalation
from helpdesk.capabilities.levels.requests import Deescalation
from helpdesk.capabilities.levels.rules.notes import NoteDraft
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.foundation.edge.http import Answer
from helpdesk.foundation.edge.inputs import Which


def added_to(api: TicketApi) -> None:
    @api.post("/api/tickets/<ticket_id>/de-escalations", responses=api.gives(api.views.staff, 201))
    def deescalate_ticket(ticket_id: Which, wanted: Deescalation) -> Answer:
        wish, note = api.wish(ticket_id, wanted), _note(wanted)
        outcome = escalation.deescalate(
            api.desk(), wish, wanted.level, wanted.answer, needless=wanted.needless, note=note
        )
        return api.changed(outcome, wish.by, 201)


def _note(wanted: Deescalation) -> NoteDraft | None:
    """The note that is to be kept of the answer, if one is."""
    return NoteDraft(body=wanted.answer, **wanted.note.model_dump()) if wanted.note else None
