from typing import Annotated, Final

from aws_lambda_powertools.event_handler.openapi.params import Path
from pydantic import Field, StringConstraints

from helpdesk.capabilities.views.rules import ALL, COLUMNS, Column, Grouping, Order, Owner, Sharing, View
from helpdesk.core.directory.rules import Person
from helpdesk.core.preferences.rules import Density
from helpdesk.foundation.edge.inputs import Identifier, Line, Request
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import NOT_TEXT
from helpdesk.foundation.kernel.vocabulary import TeamId

LONGEST: Final = 500

Question = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST)]

WhichView = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]+$", max_length=64)]


class ViewPlan(Request):
    """`question` is as it is typed into the search: words and conditions. `team` says which one has it, where `sharing`
    is `team`. Without a `density` it is as close as the reader likes lists.
    """

    name: Line
    sharing: Sharing = Sharing.ME
    team: Identifier | None = None
    question: Question
    order: Order = Order.DUE
    columns: Annotated[tuple[Column, ...], Field(max_length=len(COLUMNS))] = COLUMNS
    density: Density | None = None
    grouping: Grouping | None = None

    def meant(self, view_id: str, by: Person) -> View:
        return View(
            id=view_id,
            name=self.name,
            owner=self._owner(by),
            question=self.question,
            order=self.order,
            columns=self.columns,
            density=self.density,
            grouping=self.grouping,
        )

    def _owner(self, by: Person) -> Owner:
        match self.sharing:
            case Sharing.ME:
                return Owner(person=by.id)
            case Sharing.ALL:
                return ALL
        if not self.team:
            raise InvalidError.at("team", NOT_TEXT())
        return Owner(team=TeamId(self.team))
