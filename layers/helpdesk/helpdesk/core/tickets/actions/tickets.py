"""What people do with a ticket: read it, write on it, move it, hand it on."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from typing import Any, Final

from msgspec.structs import replace

from helpdesk.core.assets.rules import all_of
from helpdesk.core.clocks.rules.policy_choice import promised_anew
from helpdesk.core.clocks.settings.book import book_of
from helpdesk.core.directory.rules import NO_ORGANIZATION, Person, named
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.participants import Came
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import ATTEMPTS, Outcome, Wish, change, circumstances
from helpdesk.core.tickets.ports import Page
from helpdesk.core.tickets.rules import access, editing, moving, owner, sequel, taking_part, writing
from helpdesk.core.tickets.rules.change import as_if, record
from helpdesk.core.tickets.rules.listing import TIMELINE_PAGE
from helpdesk.core.tickets.rules.writing import Message
from helpdesk.core.tickets.settings import TERMS
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import ConflictError, InvalidError
from helpdesk.foundation.kernel.refusals import PASSED
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId

OF_THE_HOUSE: Final = frozenset({"organization", "assets"})  # whoever may name them sees whose name is taken, and more


def read(desk: Desk, by: Actor, ticket_id: TicketId, before: str | None = None) -> Page:
    """The ticket and the newest part of its timeline that the actor may see."""
    page = desk.tickets.timeline(ticket_id, before, TIMELINE_PAGE)
    access.visible_to(by, page.ticket)
    return Page(ticket=page.ticket, entries=tuple(access.shown_to(by, page.entries)), earlier=page.earlier)


Also = Callable[[Ticket], list[Fact]]
"""What else is decided in the same change, of the ticket as the message leaves it."""


def write(desk: Desk, wish: Wish, message: Message, also: Also | None = None) -> Outcome:
    """Add a public message or an internal note. Where there is no more room it goes into the ticket that follows."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.may_write(wish.by, ticket, message.visibility)
        if message.noted:
            roles.any_staff(wish.by)
        if message.state:
            access.may_move(wish.by, ticket, message.state)
        sequel.check_room(ticket, message)
        understood = _understood(desk, wish.by, ticket, _copied(desk, wish.by, ticket, message))
        facts = writing.add_message(ticket, understood, wish.by, desk.settings.of(TERMS))
        facts += _joining(desk, wish.by, ticket, message)
        if not message.reopens:
            moving.check_taken_up(ticket, facts, wish.by, desk.clock.now())
        return [*facts, *also(_left_by(facts, ticket, desk.clock.now()))] if also else facts

    try:
        return change(desk, wish, decide)
    except sequel.GoesOnElsewhere as elsewhere:
        return _write_elsewhere(desk, wish, message, elsewhere.ticket, also)


def _left_by(facts: Sequence[Fact], ticket: Ticket, at: datetime) -> Ticket:
    return reduce(lambda left, fact: as_if(left, fact, at), facts, ticket)


def _write_elsewhere(desk: Desk, wish: Wish, message: Message, full: Ticket, also: Also | None) -> Outcome:
    """The full ticket names its sequel before that is there: whoever comes next finds it, or opens it."""
    ticket_id = sequel.followed_by(full) or _named_in(desk, wish, full)
    by = replace(wish.by, ticket_id=ticket_id) if wish.by.ticket_id else wish.by
    for _ in range(ATTEMPTS):
        if desk.tickets.heads([ticket_id]):
            return write(desk, replace(wish, ticket_id=ticket_id, by=by, revision=None), message, also)
        addressed = _copied(desk, by, full, message)
        facts = sequel.opened(full, addressed, by, desk.settings.of(TERMS), book_of(desk.settings))
        facts += _joining(desk, by, full, message)
        made = record(ticket_id, None, facts, circumstances(desk, by))
        if also and (more := also(made.after)):
            made = record(ticket_id, None, [*facts, *more], circumstances(desk, by))
        try:
            saved = desk.tickets.save(made, once=wish.once, along=wish.along(made) if wish.along else ())
            return Outcome(ticket=saved, entries=made.entries)
        except ConflictError:
            continue
    raise ConflictError(f"{full.id} is being continued by many at once. Please try again.")


def _named_in(desk: Desk, wish: Wish, full: Ticket) -> TicketId:
    """What it goes on in from now on; where somebody else was first, what they named."""
    wanted = desk.new_ticket_id()
    ticket = change(desk, Wish(ticket_id=full.id, by=wish.by), lambda now: sequel.gone_on(now, wanted)).ticket
    return sequel.followed_by(ticket) or wanted


def _joining(desk: Desk, by: Actor, ticket: Ticket, message: Message) -> list[Fact]:
    """That those in cc take part. Whom a mail names are those there is room for; staff are told whom there is not."""
    if not message.cc:
        return []
    if message.came is Came.STAFF:
        roles.staff_only(by)
    people = taking_part.known(desk, message.cc, ticket.language, "cc")
    if message.came is Came.STAFF:
        taking_part.check_all(people, ticket, "cc")
    return taking_part.added(people, message.came, ticket.requester, ticket.participants)


def _copied(desk: Desk, by: Actor, ticket: Ticket, message: Message) -> Message:
    """With the addresses of who gets it blind."""
    if not message.bcc:
        return message
    roles.staff_only(by)
    return replace(message, blind=taking_part.blind(desk, ticket, message.cc, message.bcc))


def _understood(desk: Desk, by: Actor, ticket: Ticket, message: Message) -> Message:
    """With the language of it, when it is the first of its requester to tell one."""
    if message.noted or ticket.text_language or by.id != ticket.requester:
        return message
    return replace(message, text_language=desk.intake.text_language.of(message.body))


def move(
    desk: Desk, wish: Wish, state: str, reason: str = "", until: datetime | None = None, vendor: str | None = None
) -> Outcome:
    """Change the state; moving to the state it is in changes nothing. `until` brings a waiting ticket back, `vendor`
    is who it waits for. A move just made can be taken back.
    """
    if until and until <= desk.clock.now():
        raise InvalidError.at("until", PASSED())

    def decide(ticket: Ticket) -> list[Fact]:
        access.may_move(wish.by, ticket, state)
        now = desk.clock.now()
        back = moving.way_back(ticket, now)
        facts = moving.transition(ticket, state, reason, desk.settings.of(TERMS), until, vendor, back=back)
        moving.check_taken_up(ticket, facts, wish.by, now)
        return facts

    return change(desk, wish, decide)


def update(desk: Desk, wish: Wish, wishes: Mapping[str, Any]) -> Outcome:
    """Change fields; `assignee` among them gives the ticket to a person, or with None back to the team."""
    return change(desk, wish, lambda ticket: updated(desk, wish.by, ticket, wishes))


def updated(desk: Desk, by: Actor, ticket: Ticket, wishes: Mapping[str, Any]) -> list[Fact]:
    access.workable_by(by, ticket)
    if wishes.keys() & OF_THE_HOUSE:
        roles.staff_only(by)
    follows = _plan(desk, ticket, wishes.get("organization")) | _assets(desk, ticket, wishes)
    facts = editing.update(ticket, {**wishes, **follows}, desk.settings.of(TERMS))
    facts = promised_anew(ticket, facts, book_of(desk.settings))
    if "assignee" in wishes:
        to = _assignee(desk, wishes["assignee"])
        away = bool(to and desk.staffing.availability(to.id).usable.absence(desk.clock.now()))
        facts += owner.assign(ticket, to, away=away)
    return facts


def _assignee(desk: Desk, person_id: PersonId | None) -> Person | None:
    return named(desk.directory, person_id, "assignee") if person_id else None


def _plan(desk: Desk, ticket: Ticket, organization: str | None) -> dict[str, str]:
    """The plan that comes with another organization; an empty one takes the ticket's away."""
    if organization is None or organization == ticket.organization:
        return {}
    found = desk.organizations.find(organization)
    if found is None:
        raise InvalidError.at("organization", NO_ORGANIZATION(name=organization))
    return {"plan": found.plan or ""} if found.plan or ticket.plan else {}


def _assets(desk: Desk, ticket: Ticket, wishes: Mapping[str, Any]) -> dict[str, Any]:
    names = wishes.get("assets")
    return {} if names is None else {"assets": all_of(names, desk.assets.named(names), ticket.assets)}
