"""Notes for a level, as part of the tickets API."""

from datetime import datetime
from typing import Annotated

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.params import Query as Parameters
from pydantic import Field

from helpdesk.actions import level_notes
from helpdesk.domain import level_notes as notes
from helpdesk.domain.level_notes import LevelNote, note_of
from helpdesk.domain.vocabulary import Level
from helpdesk.entrypoints import views
from helpdesk.entrypoints.http import Answer, answer, caller, once
from helpdesk.entrypoints.inputs import Identifier, Line, Request, Text
from helpdesk.entrypoints.outputs import View
from helpdesk.entrypoints.requests import Deescalation
from helpdesk.entrypoints.runtime import desk
from helpdesk.entrypoints.tickets import gives, named


class NoteDraft(Request):
    """What a level should know next time. Without a `category` it is that of the ticket."""

    title: Line
    body: Text
    level: Level = Level.L1
    category: Identifier | None = None

    def meant(self) -> notes.NoteDraft:
        return notes.NoteDraft(**self.model_dump())


class NoteQuery(Request):
    level: Level = Level.L1
    category: Identifier | None = None
    cursor: Annotated[str, Field(max_length=200)] | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 25


class Note(View):
    """A known solution, kept from a ticket for a level."""

    id: str
    title: str
    body: str
    level: Level
    category: str | None
    ticket: str
    author: views.PersonRef
    at: datetime


class NoteList(View):
    items: list[Note]
    cursor: str | None


def added_to(api: APIGatewayHttpResolver) -> APIGatewayHttpResolver:
    @api.post("/api/tickets/<ticket_id>/level-notes", responses=gives(Note, 201))
    def keep_note(ticket_id: str, draft: NoteDraft) -> Answer:
        by = caller(api)
        outcome = level_notes.keep(desk(), by, named(ticket_id), draft.meant(), once(api, by, draft))
        (note,) = [note for entry in outcome.entries if (note := note_of(entry))]
        return answer(_view(note), outcome.ticket.revision, 201)

    @api.get("/api/level-notes", responses=gives(NoteList))
    def list_notes(wanted: Annotated[NoteQuery, Parameters()]) -> Answer:
        found = level_notes.page(desk(), caller(api), wanted.level, wanted.category, wanted.cursor, wanted.limit)
        return answer(NoteList(items=[_view(note) for note in found.items], cursor=found.cursor))

    return api


def of_answer(wanted: Deescalation) -> notes.NoteDraft | None:
    """The note that is to be kept of an answer, if one is."""
    return notes.NoteDraft(body=wanted.answer, **wanted.note.model_dump()) if wanted.note else None


def _view(note: LevelNote) -> Note:
    return Note(
        id=note.id,
        title=note.title,
        body=note.body,
        level=note.level,
        category=note.category,
        ticket=note.ticket_id,
        author=views.PersonRef(id=note.author, name=note.author_name),
        at=note.at,
    )
