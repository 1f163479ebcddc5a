from helpdesk.capabilities.levels.rules import notes
from helpdesk.foundation.edge.cursors import Cursor
from helpdesk.foundation.edge.inputs import Flag, Identifier, Line, PageSize, Request, Said, Text
from helpdesk.foundation.kernel.vocabulary import Level


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
    cursor: Cursor | None = None
    limit: PageSize = 25


class AnswerNote(Request):
    """That the answer is kept as a note for a level, under the ticket's category."""

    title: Line
    level: Level = Level.L1


class Deescalation(Request):
    """The answer goes back to the lower level; `needless` says that it could have been found there."""

    level: Level | None = None
    answer: Said
    needless: Flag = False
    note: AnswerNote | None = None


class Escalation(Request):
    """Functional escalation needs a reason and what was tried: the next level starts where this one stopped."""

    level: Level | None = None
    reason: Said
    tried: Said


class RoutingCorrection(Request):
    """Where a ticket belongs: a team, at the level of that, or a level, whose team follows from the category."""

    team: Identifier | None = None
    level: Level | None = None
    reason: Said
