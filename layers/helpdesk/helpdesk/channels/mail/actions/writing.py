"""A mail that says something: on the ticket it belongs to, or as a new one."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.channels.intake.actions.opening import open_ticket
from helpdesk.channels.intake.ports import Prepared
from helpdesk.channels.intake.rules.opening import Draft, Sender
from helpdesk.channels.intake.settings.form import FORM
from helpdesk.channels.mail.ports import TakenIn
from helpdesk.channels.mail.rules import register
from helpdesk.channels.mail.rules.arrival import Arrival
from helpdesk.channels.mail.rules.mail import Address, Mail
from helpdesk.channels.mail.rules.mailboxes import Mailbox, is_ours
from helpdesk.channels.mail.rules.placing import Place, Where, in_order, place, tagged
from helpdesk.channels.mail.rules.register import Outcome, Reason, Taken
from helpdesk.channels.mail.rules.saying import Words, called, words
from helpdesk.channels.mail.rules.screening import is_forged, is_proven, opens, written_by
from helpdesk.channels.notices.rules.threads import MailClaim, MailThread
from helpdesk.core.directory.rules import Newcomer, Person
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions import tickets
from helpdesk.core.tickets.actions.change import Along, Wish
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.change import Change
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.addresses import folded, shown
from helpdesk.foundation.kernel.vocabulary import Channel, PersonId, Phase, Role, TicketId, Via, Visibility

MOST_TAKING_PART = 10


class Letter(Struct, frozen=True, kw_only=True):
    """A mail in its circumstances."""

    arrival: Arrival
    mail: Mail
    before: Taken | None
    mailbox: Mailbox
    ours: Sequence[Mailbox]

    @property
    def content(self) -> str:
        return register.content_of(self.mail)

    @property
    def sender(self) -> Address:
        return written_by(self.arrival, self.mail)

    def taken(self, outcome: Outcome, reason: Reason | None = None) -> Taken:
        made = register.taken(self.arrival, self.mail, outcome, reason)
        return replace(made, revision=self.before.revision + 1) if self.before else made


class Known(Struct, frozen=True, kw_only=True):
    """What is known of a mail's sender, and of what it answers."""

    who: Prepared
    place: Place
    ticket: Ticket | None
    is_claimed: bool
    """Another mail has its Message-ID."""
    answers: bool
    """It answers something of ours, be it somebody else's."""
    as_staff: bool


def write(desk: Desk, letter: Letter, tokens: Sequence[MailThread]) -> Outcome | Taken:
    """What it became; or, where nothing was made of it, how it is to be written down."""
    known = _known(desk, letter, tokens)
    automatic = letter.mail.is_surely_automatic or (letter.mail.is_automatic and known.answers)
    if known.ticket is None or known.place.where is Where.FOLLOWING:
        organization = known.who.organization
        refused = opens(letter.mail, letter.mailbox, known.who.person, organization.id if organization else None)
        if automatic and (known.place.where is Where.FOLLOWING):
            refused = (Outcome.IGNORED, Reason.MACHINE)
        if refused and not letter.arrival.again:
            return replace(letter.taken(*refused), ticket=known.ticket.id if known.ticket else None)
        return _open(desk, letter, known, automatic=automatic)
    if automatic and (known.as_staff or known.ticket.phase is Phase.CLOSED):
        return replace(letter.taken(Outcome.IGNORED, Reason.MACHINE), ticket=known.ticket.id)
    return _add(desk, letter, known, known.ticket, automatic=automatic)


def _known(desk: Desk, letter: Letter, tokens: Sequence[MailThread]) -> Known:
    mail, arrival = letter.mail, letter.arrival
    address = letter.sender.address or ""
    threads = desk.notices.threads.known([mail.message_id, *mail.in_reply_to, *reversed(mail.references)])
    named = [thread.ticket for thread in (*tokens, *threads.values()) if thread.side is None]
    beside = [thread.ticket for thread in (*tokens, *threads.values()) if thread.side]
    wanted = in_order(named, beside, tagged(mail.subject))
    heads = {ticket.id: ticket for ticket in desk.tickets.heads(wanted[:20])}
    who = desk.intake.preparation.prepare(Sender(email=address, name=address), None)
    proven = is_proven(arrival, mail)
    forged = is_forged(arrival.verdicts, arrival.policy)
    part_of = set() if forged else _part_of(desk, who.person, address, heads, proven=proven)
    at, terms = desk.clock.now(), desk.settings.of(TERMS)
    found = place(wanted, heads, part_of - set(beside), at, letter.mailbox.reopens_for, terms)
    own = None if found.where is Where.NEW or found.ticket is None else heads[found.ticket]
    return Known(
        who=who,
        place=found,
        ticket=own,
        is_claimed=mail.message_id in threads,
        answers=bool(heads),
        as_staff=bool(own and who.person and who.person.is_staff and who.person.id != own.requester),
    )


def _part_of(
    desk: Desk, person: Person | None, address: str, heads: Mapping[TicketId, Ticket], *, proven: bool
) -> set[TicketId]:
    """The tickets in which somebody takes part: as who asked, as who works here, or by an earlier mail."""
    mine = {ticket.id for ticket in heads.values() if person and _is_theirs(person, ticket, proven=proven)}
    others = [ticket for ticket in heads if ticket not in mine]
    return mine | set(desk.mail.register.taking_part(others, folded(address)) if others else ())


def _is_theirs(person: Person, ticket: Ticket, *, proven: bool) -> bool:
    if person.id == ticket.requester:
        return True
    return proven and person.is_staff and access.sees(person.as_actor(), ticket)


def _add(desk: Desk, letter: Letter, known: Known, ticket: Ticket, *, automatic: bool) -> Outcome:
    said = _said(desk, letter, ticket.language, commands=known.as_staff)
    newcomers: list[Newcomer] = []
    by = _author(desk, letter, known, ticket, newcomers)
    hidden = known.as_staff and any(command.name == "note" for command in letter.mail.commands)
    solved = known.as_staff and any(command.name == "solved" for command in letter.mail.commands)
    message = Message(
        body=said.text,
        html=said.html,
        visibility=Visibility.INTERNAL if hidden else Visibility.PUBLIC,
        channel=Channel.EMAIL,
        attachments=said.attachments,
        state="solved" if solved else None,
        via=Via.MAIL,
        mail=letter.arrival.id,
        automatic=automatic,
        reopens=known.place.where is Where.REOPENED,
    )
    wish = Wish(ticket_id=ticket.id, by=by, along=_beside(letter, known, newcomers))
    tickets.write(desk, wish, message)
    return Outcome.MESSAGE


def _author(desk: Desk, letter: Letter, known: Known, ticket: Ticket, newcomers: list[Newcomer]) -> Actor:
    """Who takes part by an earlier mail alone writes as the requester's side does, on this ticket and no other."""
    person = known.who.person
    if person and (known.as_staff or person.id == ticket.requester):
        return person.as_actor() if known.as_staff else Actor(id=person.id, role=Role.REQUESTER, name=person.name)
    if person is None:
        person = Person(
            id=PersonId(desk.new_id()),
            name=called(letter.sender),
            email=shown(letter.sender.address or ""),
            language=ticket.language,
        )
        newcomers.append(Newcomer(person=person))
    return Actor(id=person.id, role=Role.GUEST, ticket_id=ticket.id, name=person.name)


def _open(desk: Desk, letter: Letter, known: Known, *, automatic: bool) -> Outcome:
    mail, mailbox = letter.mail, letter.mailbox
    spoken = desk.intake.text_language.of(mail.text)
    language = spoken if spoken in desk.settings.of(FORM).languages else mailbox.language
    said = _said(desk, letter, language)
    follows = known.place.ticket if known.place.where is Where.FOLLOWING else None
    draft = Draft(
        subject=said.subject,
        description=said.text,
        html=said.html,
        channel=Channel.EMAIL,
        language=language,
        attachments=said.attachments,
        team=mailbox.team,
        level=mailbox.level,
        follows=follows,
        mailbox=mailbox.id,
        mail=letter.arrival.id,
        related=None if follows else known.place.ticket,
        unacknowledged=True if automatic or not mailbox.acknowledges else None,
    )
    who, by = _whose(letter, known, language)
    open_ticket(desk, draft, who, by, None, beside=_beside(letter, known, ()))
    return Outcome.MESSAGE


def _whose(letter: Letter, known: Known, language: str) -> tuple[Sender, Actor | None]:
    """Whom a new ticket is for: whoever wrote, or of what somebody who works here passed on, who wrote that."""
    person, forwarded = known.who.person, letter.mail.forwarded
    sender, by = letter.sender, None
    if person and person.is_staff and forwarded and forwarded.sender.address and is_proven(letter.arrival, letter.mail):
        sender, by = forwarded.sender, person.as_actor()
    address = sender.address or ""
    return Sender(email=address, name=called(sender) or address, language=language), by


def _said(desk: Desk, letter: Letter, language: str, *, commands: bool = False) -> Words:
    """Its words, with its files where those of a form lie before a ticket names them. Of who may give commands, they
    are no words.
    """
    mail = letter.mail
    if commands and mail.commands:
        mail = replace(mail, text=mail.after_commands, html=None)
    said = words(mail, letter.arrival, language)
    for file in said.files:
        desk.attachments.bring(file.attachment.id, file.content)
    return said


def _beside(letter: Letter, known: Known, newcomers: Collection[Newcomer]) -> Along:
    return partial(_written_with, letter, known, newcomers)


def _written_with(letter: Letter, known: Known, newcomers: Collection[Newcomer], change: Change) -> Sequence[object]:
    """What is written with the ticket: what became of the mail, that it is claimed, and who takes part."""
    ticket = change.after.id
    entry = next(entry.id for entry in change.entries if getattr(entry.event, "mail", None) == letter.arrival.id)
    taken_in = TakenIn(
        taken=replace(letter.taken(Outcome.MESSAGE), ticket=ticket, entry=entry),
        before=letter.before,
        content=letter.content,
        ticket=ticket,
        taking_part=_taking_part(letter),
    )
    claim = MailClaim(message_id=letter.mail.message_id, thread=MailThread(ticket=ticket, entry=entry))
    return [*newcomers, taken_in, *(() if known.is_claimed else (claim,))]


def _taking_part(letter: Letter) -> tuple[str, ...]:
    """Whom it went to beside us. Of a mail to many, the first."""
    mail = letter.mail
    found = dict.fromkeys(each.address for each in (*mail.to, *mail.cc) if each.address)
    here = {letter.sender.address, *map(folded, letter.arrival.recipients)}
    others = [each for each in found if each not in here and not is_ours(each, letter.ours)]
    return tuple(others[:MOST_TAKING_PART])
