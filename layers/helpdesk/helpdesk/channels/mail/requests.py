from typing import Annotated

from pydantic import Field

from helpdesk.channels.mail.rules.mailboxes import LONGEST_REOPENING, MOST_ALIASES, MOST_MAILBOXES, Mailbox, Writers
from helpdesk.foundation.edge.inputs import Email, Flag, Identifier, Language, Request, ShortText, Whole
from helpdesk.foundation.kernel.vocabulary import TeamId


class MailboxWanted(Request):
    """Mail comes in to its address, its `aliases`, and to these with anything behind a plus. Without a `team` the
    intake rules say who has it. `name` and `signature` are how the desk calls itself there.
    """

    id: Identifier
    address: Email
    aliases: Annotated[tuple[Email, ...], Field(max_length=MOST_ALIASES)] = ()
    name: Annotated[ShortText, Field(max_length=120)] = ""
    team: Identifier | None = None
    language: Language = "en"
    signature: ShortText = ""
    acknowledges: Flag = True
    writers: Writers = Writers.ANYBODY
    reopens_for_days: Annotated[Whole, Field(ge=0, le=LONGEST_REOPENING)] = 14

    def meant(self) -> Mailbox:
        team = TeamId(self.team) if self.team else None
        return Mailbox(**self.model_dump(exclude={"team"}), team=team)


class MailboxesWanted(Request):
    mailboxes: Annotated[list[MailboxWanted], Field(max_length=MOST_MAILBOXES)]
