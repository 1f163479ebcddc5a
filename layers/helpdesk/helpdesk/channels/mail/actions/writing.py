"""A mail that says something: on the ticket it belongs to, or as a new one."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from helpdesk.channels.intake.rules.opening import Sender
from helpdesk.channels.mail.actions import private, sides
from helpdesk.channels.mail.actions.asking import asked_for
from helpdesk.channels.mail.actions.letter import Known, Letter, beside, said
from helpdesk.channels.mail.actions.opening import begin
from helpdesk.channels.mail.rules.arrival import Again
from helpdesk.channels.mail.rules.placing import Where, in_order, place, tagged
from helpdesk.channels.mail.rules.register import Outcome, Reason, Taken
from helpdesk.channels.mail.rules.screening import is_forged, is_proven, opens
from helpdesk.channels.notices.rules.threads import MailThread
from helpdesk.core.directory.rules import Person
from helpdesk.core.record.participants import Came
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Wish
from helpdesk.core.tickets.actions.tickets import Also
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel, Phase, Role, TicketId, Via, Visibility


def write(desk: Desk, letter: Letter, tokens: Sequence[MailThread]) -> Outcome | Taken:
    """What it became; or, where nothing was made of it, how it is to be written down."""
    mail = letter.mail
    threads = desk.notices.threads.known([mail.message_id, *mail.in_reply_to, *reversed(mail.references)])
    its = [*tokens, *threads.values()]
    is_claimed = mail.message_id in threads
    if noted := private.write(desk, letter, its, is_claimed=is_claimed):
        return noted
    if written := sides.write(desk, letter, its, is_claimed=is_claimed):
        return written
    known = _known(desk, letter, tokens, threads)
    automatic = letter.mail.is_surely_automatic or (letter.mail.is_automatic and known.answers)
    is_released = letter.arrival.again is Again.RELEASE
    if known.ticket is None:
        organization = known.who.organization
        refused = opens(letter.mail, letter.mailbox, known.who.person, organization.id if organization else None)
        if refused and not is_released:
            return letter.taken(*refused)
        return begin(desk, letter, known, automatic=automatic)
    if automatic and not is_released and (known.as_staff or known.ticket.phase is Phase.CLOSED):
        return replace(letter.taken(Outcome.IGNORED, Reason.MACHINE), ticket=known.ticket.id)
    if known.place.where is Where.FOLLOWING:
        return begin(desk, letter, known, automatic=automatic)
    return _add(desk, letter, known, known.ticket, automatic=automatic)


def _known(desk: Desk, letter: Letter, tokens: Sequence[MailThread], threads: Mapping[str, MailThread]) -> Known:
    mail, arrival = letter.mail, letter.arrival
    address = letter.sender.address or ""
    named = [thread.ticket for thread in (*tokens, *threads.values()) if thread.side is None]
    beside = [thread.ticket for thread in (*tokens, *threads.values()) if thread.side]
    wanted = in_order(named, beside, tagged(mail.subject))
    heads = {ticket.id: ticket for ticket in desk.tickets.heads(wanted[:20])}
    who = desk.intake.preparation.prepare(Sender(email=address, name=address), None)
    proven = is_proven(arrival, mail)
    forged = is_forged(arrival.verdicts, arrival.policy)
    part_of = set() if forged else _part_of(who.person, heads, proven=proven)
    at, terms = desk.clock.now(), desk.settings.of(TERMS)
    found = place(wanted, heads, part_of - set(beside), at, letter.mailbox.reopens_for, terms)
    own = None if found.where is Where.NEW or found.ticket is None else heads[found.ticket]
    return Known(
        who=who,
        place=found,
        ticket=own,
        is_claimed=mail.message_id in threads,
        answers=bool(heads),
        as_staff=bool(
            own and who.person and own.requester not in who.person.ids and _works_on(who.person, own, proven=proven)
        ),
    )


def _part_of(person: Person | None, heads: Mapping[TicketId, Ticket], *, proven: bool) -> set[TicketId]:
    """The tickets that are somebody's: of who asked, takes part or works there."""
    return {ticket.id for ticket in heads.values() if person and _is_theirs(person, ticket, proven=proven)}


def _is_theirs(person: Person, ticket: Ticket, *, proven: bool) -> bool:
    return any(access.is_of(ticket, each) for each in person.ids) or _works_on(person, ticket, proven=proven)


def _works_on(person: Person, ticket: Ticket, *, proven: bool) -> bool:
    """Without proof nobody writes as staff, be it where they take part."""
    return proven and person.is_staff and access.sees(person.as_actor(), ticket)


def _add(desk: Desk, letter: Letter, known: Known, ticket: Ticket, *, automatic: bool) -> Outcome:
    mail = letter.mail
    if known.as_staff and mail.commands:  # of who may give commands, they are no words
        mail = replace(mail, text=mail.after_commands, html=None)
    its = said(desk, mail, letter.arrival, ticket.language)
    by = _author(known, ticket)
    hidden = known.as_staff and any(command.name == "note" for command in letter.mail.commands)
    solved = known.as_staff and any(command.name == "solved" for command in letter.mail.commands)
    message = Message(
        body=its.text,
        html=its.html,
        visibility=Visibility.INTERNAL if hidden else Visibility.PUBLIC,
        channel=Channel.EMAIL,
        attachments=its.attachments,
        state="solved" if solved else None,
        via=Via.MAIL,
        mail=letter.arrival.id,
        doubted=letter.is_doubted,
        automatic=automatic,
        reopens=known.place.where is Where.REOPENED,
        cc=() if hidden else letter.cc,
        came=Came.MAIL,
    )
    wish = Wish(ticket_id=ticket.id, by=by, along=beside(letter, is_claimed=known.is_claimed))
    tickets.write(desk, wish, message, _also(desk, letter, known))
    return Outcome.MESSAGE


def _also(desk: Desk, letter: Letter, known: Known) -> Also | None:
    person = known.who.person
    return asked_for(desk, person, letter.mail.commands) if known.as_staff and person else None


def _author(known: Known, ticket: Ticket) -> Actor:
    """Who takes part beside the requester acts on this ticket, and nowhere else."""
    person = known.who.person
    if person is None:
        raise NotFoundError("person", "who wrote the mail")
    if known.as_staff:
        return person.as_actor()
    known_as = access.known_as(ticket, person.ids)
    if known_as == ticket.requester:
        return Actor(id=known_as, role=Role.REQUESTER, name=person.name)
    return Actor(id=known_as, role=Role.GUEST, ticket_id=ticket.id, name=person.name)
