from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Path
from pydantic import Field

from helpdesk.channels.notices.settings import MailTerms
from helpdesk.foundation.edge.inputs import Request, Whole

WhichTicket = Annotated[str, Path(max_length=64)]


class MailPlan(Request):
    """At most so many mails of machines an hour to one address outside; files of an answer go along up to so many
    megabytes together, and so many of the messages before it stand below.
    """

    automatic_an_hour: Annotated[Whole, Field(ge=1, le=1000)]
    attached_mb: Annotated[Whole, Field(ge=0, le=20)]
    quoted: Annotated[Whole, Field(ge=0, le=10)]

    def meant(self) -> MailTerms:
        return MailTerms(**self.model_dump())
