"""A mail that answers on a side of a ticket. Whatever else it bears, nothing of it comes to who asked."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.capabilities.sides import actions as sides
from helpdesk.capabilities.sides.rules import Heard, SideLetter, is_beside, is_on
from helpdesk.channels.mail.actions.letter import Letter, beside, said
from helpdesk.channels.mail.rules.arrival import Again
from helpdesk.channels.mail.rules.register import Outcome, Reason, Taken
from helpdesk.channels.mail.rules.saying import Words, called
from helpdesk.channels.mail.rules.screening import is_proven
from helpdesk.channels.notices.rules.threads import MailThread
from helpdesk.channels.notices.rules.tokens import thread_of_token
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.sides import Side
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor, system
from helpdesk.foundation.kernel.vocabulary import Channel, Via, Visibility


def write(desk: Desk, letter: Letter, threads: Sequence[MailThread], *, is_claimed: bool) -> Outcome | Taken | None:
    """What it became; None for what points at no side, or is from somebody who is not on it. `threads` are those it
    points at, the surest first.
    """
    named = next((thread for thread in threads if thread.side), None)
    ticket = _ticket(desk, named) if named else None
    side = next((side for side in ticket.sides if named and side.id == named.side), None) if ticket else None
    if ticket is None or side is None:
        return None
    address = letter.sender.address or ""
    if is_on(side, address):
        return _hear(desk, letter, ticket, side, is_claimed=is_claimed)
    person = desk.directory.by_email(address) if is_proven(letter.arrival, letter.mail) else None
    by = _works_on(person, ticket)
    if by is None:
        is_theirs = _is_theirs(letter, ticket, side, person)
        return _hear(desk, letter, ticket, side, is_claimed=is_claimed) if is_theirs else None
    if letter.mail.is_automatic and letter.arrival.again is not Again.RELEASE:
        return replace(letter.taken(Outcome.IGNORED, Reason.MACHINE), ticket=ticket.id)
    return _answer(desk, letter, ticket, side, by, is_claimed=is_claimed)


def _ticket(desk: Desk, thread: MailThread) -> Ticket | None:
    return next(iter(desk.tickets.heads([thread.ticket])), None)


def _is_theirs(letter: Letter, ticket: Ticket, side: Side, person: Person | None) -> bool:
    """Whether it is proven that one of those on it wrote, be it from another address, or somebody for them. Who asks or
    takes part in the ticket does not, by whatever address.
    """
    if person and any(access.is_of(ticket, each) for each in person.ids):
        return False
    if person and any(is_on(side, each) for each in person.addresses):
        return True
    return is_beside(ticket, side, letter.sender.address or "") and is_proven(letter.arrival, letter.mail)


def _works_on(person: Person | None, ticket: Ticket) -> Actor | None:
    """The `person` is known by proof: without it nobody writes as staff."""
    if person is None or not person.is_staff or not access.sees(person.as_actor(), ticket):
        return None
    return person.as_actor()


def _hear(desk: Desk, letter: Letter, ticket: Ticket, side: Side, *, is_claimed: bool) -> Outcome:
    mail = letter.mail
    its = said(desk, mail, letter.arrival, ticket.language)
    heard = Heard(
        body=its.text,
        html=its.html,
        subject=its.subject,
        sender=letter.sender.address or "",
        name=called(letter.sender),
        joined=tuple(each.email for each in letter.cc if thread_of_token(desk, each.email) is None),
        attachments=its.attachments,
        mail=letter.arrival.id,
        automatic=mail.is_automatic,
    )
    wish = Wish(ticket_id=ticket.id, by=system("mail"), along=beside(letter, is_claimed=is_claimed, side=side.id))
    sides.hear(desk, wish, side.id, heard)
    return Outcome.MESSAGE


def _answer(desk: Desk, letter: Letter, ticket: Ticket, side: Side, by: Actor, *, is_claimed: bool) -> Outcome:
    """Who works here answers to what they were told: to whom the side goes, but for what they note."""
    mail, commands = letter.mail, {command.name for command in letter.mail.commands}
    if commands:
        mail = replace(mail, text=mail.after_commands, html=None)
    its = said(desk, mail, letter.arrival, ticket.language)
    state = "solved" if "solved" in commands else None
    wish = Wish(ticket_id=ticket.id, by=by, along=beside(letter, is_claimed=is_claimed, side=side.id))
    if "note" in commands:
        tickets.write(desk, wish, _note(its, letter, state))
    else:
        written = SideLetter(
            body=its.text, html=its.html, attachments=its.attachments, state=state, mail=letter.arrival.id
        )
        sides.answer(desk, wish, side.id, written, ())
    return Outcome.MESSAGE


def _note(its: Words, letter: Letter, state: str | None) -> Message:
    return Message(
        body=its.text,
        html=its.html,
        visibility=Visibility.INTERNAL,
        channel=Channel.EMAIL,
        attachments=its.attachments,
        state=state,
        via=Via.MAIL,
        mail=letter.arrival.id,
    )
