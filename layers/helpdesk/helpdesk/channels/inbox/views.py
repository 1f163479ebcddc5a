"""What the API gives of inboxes."""

from datetime import datetime

from helpdesk.channels.inbox.rules import Heap
from helpdesk.core.preferences.rules import Concern
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.rules.listing import card
from helpdesk.core.tickets.views.cards import Card, card_view
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.actors import Actor


class InboxNote(View):
    """`entry` is what it was in the ticket's timeline."""

    entry: str
    concern: Concern
    at: datetime


class InboxItem(View):
    """A ticket as it is now, and what somebody was told of it since they were last done with it, the newest last.
    `revision` is for If-Match.
    """

    ticket: Card
    notes: list[InboxNote]
    revision: int


class InboxPage(View):
    """The newest first."""

    items: list[InboxItem]
    cursor: str | None


class InboxCount(View):
    """Tickets that stand in the inbox; 100 are a hundred or more."""

    count: int


class InboxPut(InboxCount):
    """`revision` is the ticket's in the inbox now: whoever goes on with it needs not read it again."""

    revision: int


def item_view(heap: Heap, ticket: Ticket, by: Actor) -> InboxItem:
    notes = [InboxNote(entry=note.entry, concern=note.concern, at=note.at) for note in heap.notes]
    return InboxItem(ticket=card_view(card(ticket), by), notes=notes, revision=heap.revision)
