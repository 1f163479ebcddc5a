from typing import Annotated, Self

from pydantic import AwareDatetime, StringConstraints, model_validator

from helpdesk.core.staffing.rules.availability import Status
from helpdesk.foundation.edge.inputs import Identifier, Request, ShortText


class HandOver(Request):
    """To a team or a person of the same level, with what they need to go on; `deadline` with an offset or Z."""

    summary: Annotated[ShortText, StringConstraints(min_length=1)]
    next_step: Annotated[ShortText, StringConstraints(min_length=1)]
    team: Identifier | None = None
    person: Identifier | None = None
    deadline: AwareDatetime | None = None

    @model_validator(mode="after")
    def _to_somebody(self) -> Self:
        if self.team is None and self.person is None:
            raise ValueError("Please say to which team or person.")
        return self


class StatusWish(Request):
    status: Status
