"""What the API takes about changes of many tickets."""

from typing import Annotated, Self

from aws_lambda_powertools.event_handler.openapi.params import Path
from pydantic import Field, model_validator

from helpdesk.capabilities.bulk.rules import MOST, ONE_CHANGE, WHICH_TICKETS, Handed, Moved, Wanted
from helpdesk.capabilities.bulk.rules import Said as Written
from helpdesk.foundation.edge.inputs import Identifier, Request, Said, ShortText, Text, refused
from helpdesk.foundation.kernel.vocabulary import TICKET_ID, Kind, Priority, TeamId, Visibility

WhichJob = Annotated[str, Path(pattern=r"^[0-9A-Za-z-]+$", max_length=64)]

TicketName = Annotated[str, Field(pattern=f"^{TICKET_ID}$", max_length=11)]


class BulkFields(Request):
    """Of these at least one. `assignee: null` gives tickets back to their teams."""

    kind: Kind | None = None
    category: Identifier | None = None
    priority: Priority | None = None
    assignee: Identifier | None = None


class BulkMove(Request):
    state: Identifier
    reason: ShortText = ""


class BulkHandOver(Request):
    team: Identifier
    summary: Said


class BulkMessage(Request):
    body: Text
    visibility: Visibility = Visibility.INTERNAL


class BulkChange(Request):
    """One thing that is done to each ticket."""

    fields: BulkFields | None = None
    move: BulkMove | None = None
    team: BulkHandOver | None = None
    message: BulkMessage | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(each is not None for each in (self.fields, self.move, self.team, self.message)) != 1:
            raise refused(ONE_CHANGE)
        if self.fields is not None and not self._named():
            raise refused(ONE_CHANGE)
        return self

    def _named(self) -> dict[str, object]:
        said = self.fields.model_dump(exclude_unset=True) if self.fields else {}
        return {name: value for name, value in said.items() if value is not None or name == "assignee"}

    @property
    def meant(self) -> Wanted:
        move, team, said = self.move, self.team, self.message
        return Wanted(
            fields=self._named() if self.fields else None,
            move=Moved(state=move.state, reason=move.reason) if move else None,
            team=Handed(team=TeamId(team.team), summary=team.summary) if team else None,
            message=Written(body=said.body, visibility=said.visibility) if said else None,
        )


class BulkPlan(Request):
    """Which tickets, by their ids or by a question as it is typed into the search: those that it finds now."""

    tickets: Annotated[tuple[TicketName, ...], Field(max_length=MOST)] = ()
    question: Annotated[str | None, Field(max_length=1000)] = None
    change: BulkChange

    @model_validator(mode="after")
    def _which(self) -> Self:
        if bool(self.tickets) is (self.question is not None):
            raise refused(WHICH_TICKETS)
        return self
