"""A mail that answers what went to its sender alone, as a blind copy does: a note for staff, and never more.

The way back leads there only from the address to which it was sent, and, where it is proven, from another one of the
same person. Whoever else has it is a stranger, and begins a
ticket that names this one.
"""

from collections.abc import Sequence

from helpdesk.capabilities.sides.rules import OUTSIDE
from helpdesk.channels.mail.actions.letter import Letter, beside, said
from helpdesk.channels.mail.rules.register import Outcome
from helpdesk.channels.mail.rules.saying import called
from helpdesk.channels.mail.rules.screening import is_proven
from helpdesk.channels.notices.rules.threads import MailThread
from helpdesk.channels.notices.rules.tokens import is_private, private_thread
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.actions.change import Wish, change
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor, system
from helpdesk.foundation.kernel.vocabulary import Channel, Via, Visibility


def write(desk: Desk, letter: Letter, threads: Sequence[MailThread], *, is_claimed: bool) -> Outcome | None:
    """None for what answers nothing of the kind. It is never refused, whatever became of the ticket."""
    if not any(is_private(thread.side) for thread in threads):
        return None
    person, address = _who(desk, letter), letter.sender.address or ""
    own = {private_thread(each) for each in (address, *(person.addresses if person else ()))}
    named = next((thread for thread in threads if thread.side in own), None)
    ticket = next(iter(desk.tickets.heads([named.ticket])), None) if named else None
    if named is None or ticket is None:
        return None
    its = said(desk, letter.mail, letter.arrival, ticket.language)
    by = _by(person, ticket)
    note = MessageAdded(
        visibility=Visibility.INTERNAL,
        by=by.role,
        channel=Channel.EMAIL,
        attachments=its.attachments,
        automatic=letter.mail.is_automatic,
        via=Via.MAIL,
        mail=letter.arrival.id,
        doubted=letter.is_doubted,
    )
    fact = Fact(event=note, personal=Personal(body=its.text, html=its.html, author=called(letter.sender)), by=by)
    along = beside(letter, is_claimed=is_claimed, side=named.side)
    change(desk, Wish(ticket_id=ticket.id, by=system("mail"), along=along), lambda _: [fact])
    return Outcome.MESSAGE


def _who(desk: Desk, letter: Letter) -> Person | None:
    """Without proof nobody is known by another of their addresses, nor writes as staff."""
    return desk.directory.by_email(letter.sender.address or "") if is_proven(letter.arrival, letter.mail) else None


def _by(person: Person | None, ticket: Ticket) -> Actor:
    works = person and person.is_staff and access.sees(person.as_actor(), ticket)
    return person.as_actor() if person and works else OUTSIDE
