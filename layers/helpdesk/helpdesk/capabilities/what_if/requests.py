"""What the API takes about policies that are tried on the past."""

from datetime import datetime
from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Path
from pydantic import Field

from helpdesk.capabilities.numbers.rules.periods import By, Period
from helpdesk.foundation.edge.inputs import Day, File, Request

WhichWhatIf = Annotated[str, Path(pattern=r"^[0-9A-Z]+$", max_length=64)]


class WhatIfPlan(Request):
    """A `policy` file as it would be saved, and the days on which the tickets were opened, both included, in the zone
    of the caller.
    """

    policy: File
    first: Annotated[Day, Field(alias="from")]
    last: Annotated[Day, Field(alias="to")]

    def meant(self, timezone: str, now: datetime) -> tuple[datetime, datetime]:
        (total, *_) = Period(first=self.first, last=self.last, by=By.DAY, timezone=timezone).spans(now)
        return total.start, total.end
