"""What whoever chats sends."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from helpdesk.channels.chat.rules.line import LONGEST_MESSAGE
from helpdesk.foundation.edge.inputs import Email, Flag, Identifier, Language, Line, Request, Token, visible

Words = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_MESSAGE), AfterValidator(visible)]


class ChatDraft(Request):
    """The first words of a chat. `form_token` is that of the form, and good for one chat; `website` is a trap for
    programs that fill in forms: people do not see it and leave it empty.
    """

    form_token: Token
    name: Line
    email: Email
    body: Words
    language: Language = "en"
    website: Annotated[str, Field(max_length=2000)] = ""


class ChatWords(Request):
    body: Words


class ChatPlan(Request):
    """Whether there is a chat, and by which calendar's hours somebody is there, by its id."""

    chat: Flag
    chat_calendar: Identifier
