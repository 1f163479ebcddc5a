"""What the API takes about sides."""

from typing import Annotated

from pydantic import Field, StringConstraints

from helpdesk.capabilities.sides.rules import MOST_ADDRESSES
from helpdesk.core.record.attachments import MOST_FILES
from helpdesk.core.tickets.requests import Written
from helpdesk.foundation.edge.inputs import Email, Flag, Identifier, Line, Request, Whole

Addresses = Annotated[tuple[Email, ...], Field(max_length=MOST_ADDRESSES)]


class TicketFile(Request):
    """A file that is on the ticket, and the version of the entry it came with, as its address names them."""

    id: Annotated[str, StringConstraints(max_length=128)]
    version: Annotated[Whole, Field(ge=1, le=10**9)]


class SideAnswer(Written):
    """A letter to people outside. `to` and `cc` are whom it goes to, and all that follow; without them they are as they
    were. `shared` are files of the ticket that go along. Into `state`, the ticket waits for `vendor`.
    """

    shared: Annotated[tuple[TicketFile, ...], Field(max_length=MOST_FILES)] = ()
    to: Addresses = ()
    cc: Addresses = ()
    state: Identifier | None = None
    vendor: Identifier | None = None


class SideBeginning(SideAnswer):
    """The first letter, which begins a conversation beside the one with the requester. They never see any of it."""

    subject: Line
    to: Annotated[tuple[Email, ...], Field(min_length=1, max_length=MOST_ADDRESSES)]


class SideStanding(Request):
    open: Flag
