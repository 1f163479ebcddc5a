from typing import Self

from pydantic import model_validator

from helpdesk.core.staffing.rules.availability import Status
from helpdesk.foundation.edge.inputs import Identifier, Instant, Request, Said


class HandOver(Request):
    """To a team or a person of the same level, with what they need to go on; `deadline` with an offset or Z."""

    summary: Said
    next_step: Said | None = None
    team: Identifier | None = None
    person: Identifier | None = None
    deadline: Instant | None = None

    @model_validator(mode="after")
    def _to_somebody(self) -> Self:
        if self.team is None and self.person is None:
            raise ValueError("Please say to which team or person.")
        return self


class StatusWish(Request):
    status: Status
