from typing import Annotated

from aws_lambda_powertools.event_handler.openapi.params import Path
from pydantic import Field

from helpdesk.channels.notices.rules.wording import LONGEST_BODY, LONGEST_SUBJECT, MOST_WORDINGS, Wording
from helpdesk.channels.notices.settings import MailTerms
from helpdesk.foundation.edge.inputs import Identifier, Language, Line, Request, Text, Whole
from helpdesk.foundation.kernel.vocabulary import TicketId

WhichTicket = Annotated[str, Path(max_length=64)]


class MailPlan(Request):
    """At most so many mails of machines an hour to one address outside, and a day to one person. Files of an answer go
    along up to so many megabytes together, and so many of the messages before it stand below.
    """

    automatic_an_hour: Annotated[Whole, Field(ge=1, le=1000)]
    automatic_a_day: Annotated[Whole, Field(ge=1, le=10_000)] = 100
    attached_mb: Annotated[Whole, Field(ge=0, le=20)]
    quoted: Annotated[Whole, Field(ge=0, le=10)]

    def meant(self) -> MailTerms:
        return MailTerms(**self.model_dump())


class WordingWanted(Request):
    """Words for a letter in a language, in place of the product's: of a mailbox, or without one of all. They are a
    template of Jinja2, in which the letter's places, conditions and a few filters can stand.
    """

    letter: Identifier
    language: Language
    mailbox: Identifier | None = None
    subject: Annotated[Line, Field(max_length=LONGEST_SUBJECT)]
    body: Annotated[Text, Field(max_length=LONGEST_BODY)]

    def words(self) -> Wording:
        return Wording(
            letter=self.letter,
            language=self.language,
            mailbox=self.mailbox,
            subject=self.subject,
            body=self.body.replace("\r\n", "\n"),
        )


class WordingsWanted(Request):
    templates: Annotated[list[WordingWanted], Field(max_length=MOST_WORDINGS)]


class PreviewWanted(WordingWanted):
    """What it speaks of is that of a `ticket`, or without one made up."""

    ticket: Identifier | None = None

    @property
    def ticket_id(self) -> TicketId | None:
        return TicketId(self.ticket) if self.ticket else None
