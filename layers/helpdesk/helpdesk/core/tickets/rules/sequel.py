"""A ticket that is as long as a ticket can be goes on in another one, long before there is no room for its head."""

from typing import Final

from msgspec.structs import replace

from helpdesk.core.clocks.rules.book import Book
from helpdesk.core.clocks.rules.policy_choice import with_policy
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.sequels import TicketContinued
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import TicketCreated
from helpdesk.core.tickets.rules.change import FULL
from helpdesk.core.tickets.rules.taking_part import in_sequel
from helpdesk.core.tickets.rules.terms import TicketTerms
from helpdesk.core.tickets.rules.writing import Message, add_message
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.vocabulary import Phase, TicketId, Visibility

_KEPT: Final = (
    "kind", "subject", "impact", "urgency", "priority", "level", "team", "requester", "organization", "language",
    "category", "skills", "tags", "text_language", "plan", "assets", "unknown_asset",
)  # fmt: skip


class GoesOnElsewhere(Exception):  # noqa: N818 - it refuses nothing: what was said has another place
    """What is said to everybody has its place in the ticket that follows this one."""

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(ticket.id)
        self.ticket = ticket


def check_room(ticket: Ticket, message: Message) -> None:
    """Raises GoesOnElsewhere. Notes move no clock, so there is room for them."""
    if message.visibility is Visibility.INTERNAL:
        return
    if followed_by(ticket) or (len(ticket.tape) >= FULL and ticket.phase is not Phase.CLOSED):
        raise GoesOnElsewhere(ticket)


def gone_on(ticket: Ticket, sequel: TicketId) -> list[Fact]:
    return [] if followed_by(ticket) else [Fact(event=TicketContinued(ticket=sequel))]


def followed_by(ticket: Ticket) -> TicketId | None:
    return ticket.sequel.followed_by if ticket.sequel else None


def opened(ticket: Ticket, message: Message, by: Actor, terms: TicketTerms, book: Book) -> list[Fact]:
    """The ticket that follows one, with the message for which that had no room. What is promised begins anew."""
    state = terms.state(terms.initial_state)
    created = TicketCreated(
        state=state.name,
        phase=state.phase,
        rule="default",
        channel=message.channel,
        policy=ticket.policy if ticket.policy_pinned else None,
        follows=ticket.id,
        **{name: getattr(ticket, name) for name in _KEPT},
    )
    first = Fact(event=created, personal=Personal(name=ticket.requester_name, email=ticket.requester_email))
    as_new = replace(ticket, state=state.name, phase=state.phase, vendor=None, until=None)
    return [*with_policy([first], book), *in_sequel(ticket), *add_message(as_new, message, by, terms)]
