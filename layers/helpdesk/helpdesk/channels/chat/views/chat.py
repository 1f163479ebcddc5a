"""What the API gives of chats: nothing that is not said in them, by construction."""

from datetime import datetime
from typing import Literal

from helpdesk.channels.chat.rules.hours import Hours
from helpdesk.channels.chat.rules.words import said
from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules.turn import Turn, turn_of
from helpdesk.core.tickets.views.timeline import Attachment, entry_view
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.actors import Visitor
from helpdesk.foundation.kernel.vocabulary import Role

BASE = "/api/portal/chat"


class ChatTimes(View):
    """Whether a chat can be begun now; if not, when it can. `form_token` is for its first words."""

    open: bool
    opens_at: datetime | None
    form_token: str


class ChatMessage(View):
    """`by` is who chats, or the desk; of the desk's people `name` says who."""

    id: str
    at: datetime
    by: Literal["visitor", "desk"]
    name: str
    body: str
    html: str | None
    attachments: list[Attachment]


class Chat(View):
    """`agent` is who has it. `messages` are the newest; `earlier` goes on before them."""

    id: str
    subject: str
    turn: Turn
    revision: int
    agent: str | None
    messages: list[ChatMessage]
    earlier: str | None


class ChatOpened(Chat):
    """`token` is the bearer token of the other routes of chats, for a week; the way to the ticket's page is mailed."""

    token: str


def times_view(hours: Hours, form_token: str) -> ChatTimes:
    return ChatTimes(open=hours.open, opens_at=hours.opens_at, form_token=form_token)


def chat_view(page: Page, visitor: Visitor) -> Chat:
    ticket = page.ticket
    return Chat(
        id=ticket.id,
        subject=ticket.subject,
        turn=turn_of(ticket),
        revision=ticket.revision,
        agent=(ticket.assignee_name or None) if ticket.assignee else None,
        messages=[_message(entry, ticket) for entry in said(page.entries, visitor)],
        earlier=page.earlier,
    )


def _message(entry: Entry, ticket: Ticket) -> ChatMessage:
    shown = entry_view(entry, ticket, BASE)
    by_desk = getattr(entry.event, "by", Role.REQUESTER).is_staff
    return ChatMessage(
        id=entry.id,
        at=entry.at,
        by="desk" if by_desk else "visitor",
        name=shown.actor.name if by_desk else "",
        body=shown.body or "",
        html=shown.html,
        attachments=shown.attachments,
    )
