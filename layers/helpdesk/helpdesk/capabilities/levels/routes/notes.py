"""Notes for a level, as part of the tickets API."""

from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters

from helpdesk.capabilities.levels.actions import notes
from helpdesk.capabilities.levels.requests import NoteDraft, NoteQuery
from helpdesk.capabilities.levels.rules.notes import LevelNote, note_of
from helpdesk.capabilities.levels.views import Note, NoteList
from helpdesk.core.directory.routes import caller
from helpdesk.core.tickets.routes.api import TicketApi
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.views.people import PersonRef
from helpdesk.foundation.edge import cursors
from helpdesk.foundation.edge.http import Answer, answer, once
from helpdesk.foundation.edge.inputs import Which


def added_to(api: TicketApi) -> None:
    @api.post("/api/tickets/<ticket_id>/level-notes", responses=api.gives(Note, 201))
    def keep_note(ticket_id: Which, draft: NoteDraft) -> Answer:
        by = caller(api)
        outcome = notes.keep(api.desk(), by, access.named(ticket_id), draft.meant(), once(api, by, draft))
        (note,) = [note for entry in outcome.entries if (note := note_of(entry))]
        return answer(_view(note), outcome.ticket.revision, 201)

    @api.get("/api/level-notes", responses=api.gives(NoteList))
    def list_notes(wanted: Annotated[NoteQuery, Parameters()]) -> Answer:
        by = caller(api)
        pages = cursors.pages(api.desk(), by, "level-notes", wanted)
        position = pages.position(wanted.cursor)
        found = notes.page(api.desk(), by, wanted.level, wanted.category, position, wanted.limit)
        return answer(NoteList(items=[_view(note) for note in found.items], cursor=pages.cursor(found.cursor)))


def _view(note: LevelNote) -> Note:
    return Note(
        id=note.id,
        title=note.title,
        body=note.body,
        level=note.level,
        category=note.category,
        ticket=note.ticket_id,
        author=PersonRef(id=note.author, name=note.author_name),
        at=note.at,
    )
