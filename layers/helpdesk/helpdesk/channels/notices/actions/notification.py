"""Notification: who works on tickets is told as they chose, who asks is mailed; of each once, however often an entry is
delivered.

Nobody's word depends on another's: whom it concerns is told, whatever is wrong with one of them, or with what one
capability says. Leads learn at once whose address is refused; then all that failed is raised, so that the platform
tries again what may yet go, and keeps the rest where operators find it.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.capabilities.assignment.rules.attendance import in_place_of, on_duty
from helpdesk.channels.notices.actions.blind import copied, send_blind
from helpdesk.channels.notices.actions.mailing import leave_to_chat, send_once, side_of
from helpdesk.channels.notices.actions.outside import addressees, write_outside
from helpdesk.channels.notices.rules.telling import DIGEST, UntoldError, Way, notices
from helpdesk.core.directory.rules import Person
from helpdesk.core.preferences.rules import ways_now
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.letters import Template
from helpdesk.core.tickets.rules import access
from helpdesk.core.tickets.rules.hooks import Notice, Told
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.apart import tried
from helpdesk.foundation.kernel.errors import HopelessError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import PersonId, Role, TeamId, TicketId

REPLY: Final = "reply"

There = Callable[[Desk, Ticket, Person], bool]
"""Whether somebody has the ticket before them, and reads there what was answered."""


def _nobody(_desk: Desk, _ticket: Ticket, _person: Person) -> bool:
    return False


class Addressed(Struct, frozen=True, kw_only=True):
    """A letter to somebody: to whom a notice means, or to a lead about one of those who could not be told."""

    template: str
    to: PersonId
    team: TeamId
    about: PersonId | None = None


class Reached(Struct, frozen=True, kw_only=True):
    """Somebody who may read it, and one of the ways by which they are told; None is mail."""

    addressed: Addressed
    person: Person
    way: Way | None = None


def notify(
    desk: Desk,
    letters: Mapping[str, Template],
    ways: Sequence[Way],
    ticket_id: TicketId,
    version: int,
    entry_id: str,
    there: There = _nobody,
) -> int:
    """Tell those whom an entry concerns and who were not told yet; how many letters were sent now. `ways` are those
    beside mail. Who is `there` is not mailed what was answered.

    Raises UntoldError when all were tried, for those that could not be told.
    """
    found_there = desk.tickets.told(ticket_id, version)
    entry = next((entry for entry in found_there.entries if entry.id == entry_id), None)
    if entry is None:
        raise NotFoundError("entry", entry_id)
    ticket = found_there.ticket
    told = Told(entry=entry, commit=found_there.entries, ticket=ticket)

    tell = partial(_tell, desk, told, letters, ways, there)
    wanted, unsaid = tried(desk.hooks(), lambda hooks: notices(told, [hooks]))
    found, unfound = tried(chain.from_iterable(wanted), lambda notice: _addressed(desk, told, notice, letters))
    sent, unsent = tell(chain.from_iterable(found))
    refused = [each for each, error in unsent if isinstance(error, HopelessError)]
    leads, unled = tried(refused, lambda each: _to_leads(desk, each, {other.to for other in refused}))
    warned, unwarned = tell(chain.from_iterable(leads))
    outside, unreached = _without_account(desk, told)
    failed = [
        *unreached,
        *((hooks.notices.__module__, error) for hooks, error in unsaid),
        *((notice.team or ticket.team, error) for notice, error in unfound),
        *((each.to, error) for each, error in (*unsent, *unled, *unwarned)),
    ]
    if failed:
        raise UntoldError(entry.id, failed) from failed[0][1]
    return sum((*sent, *warned, *outside))


def _without_account(desk: Desk, told: Told) -> tuple[list[bool], list[tuple[str, Exception]]]:
    """People who are known by their addresses alone: on a side, and by a blind copy."""
    ticket, entry = told.ticket, told.entry
    beside, unreached = tried(addressees(entry), lambda address: write_outside(desk, ticket, entry, address))
    blind, uncopied = tried(copied(entry), lambda address: send_blind(desk, ticket, entry, address))
    failed = [(f"side {side_of(entry)}", error) for _, error in unreached]
    return [*beside, *blind], [*failed, *(("blind copy", error) for _, error in uncopied)]


def _tell(
    desk: Desk,
    told: Told,
    letters: Mapping[str, Template],
    ways: Sequence[Way],
    there: There,
    wanted: Iterable[Addressed],
) -> tuple[list[bool], list[tuple[Addressed, Exception]]]:
    """Each by each of their ways: whether a letter was sent now, and whom something could not be told."""
    reached, unread = tried(wanted, lambda each: _reached(desk, told.ticket, letters[each.template], ways, each))
    sent, unsent = tried(
        chain.from_iterable(reached),
        lambda each: _told(desk, told, letters[each.addressed.template], ways, there, each),
    )
    return sent, [*unread, *((each.addressed, error) for each, error in unsent)]


def _addressed(desk: Desk, told: Told, notice: Notice, letters: Mapping[str, Template]) -> list[Addressed]:
    team = notice.team or told.ticket.team
    if notice.person is not None and not notice.matters:
        wanted = [notice.person]
    else:
        others = _meant(desk, told.ticket, notice, team, letters[notice.template])
        wanted = [person_id for person_id in others if person_id != told.entry.done_by]
    return [Addressed(template=notice.template, to=person_id, team=team) for person_id in wanted]


def _meant(desk: Desk, ticket: Ticket, notice: Notice, team: TeamId, template: Template) -> list[PersonId]:
    """Those of a team whom a notice reaches that is for no one, or that somebody has to hear."""
    if notice.person and notice.person != ticket.assignee and _reader(desk, ticket, notice.person, template):
        return [notice.person]
    board, now = desk.assignment.boards.board(team), desk.clock.now()
    if notice.person and notice.person == ticket.assignee:
        return in_place_of(board, notice.person, now)
    return on_duty(board, now, only=notice.present)


def _to_leads(desk: Desk, refused: Addressed, untold: Collection[PersonId]) -> list[Addressed]:
    """That somebody cannot be told: to the leads of the team; in one without, to all who work there."""
    members = desk.assignment.boards.board(refused.team).members.values()
    able = [member for member in members if member.active and member.person not in untold]
    leads = [member for member in able if member.role in {Role.LEAD, Role.ADMIN}]
    notice = Notice(template="untold", person=refused.to)
    return [
        Addressed(template=notice.template, to=member.person, team=refused.team, about=notice.person)
        for member in leads or able
    ]


def _reader(desk: Desk, ticket: Ticket, person_id: PersonId, template: Template) -> Person | None:
    """Who may read this of the ticket now. Whom settings or an entry name may have left since; that must not keep the
    mail from the others.
    """
    try:
        person = desk.directory.person(person_id)
    except NotFoundError:
        return None
    if not access.may_be_mailed(person, ticket, as_staff=template.to_staff):
        return None
    return person if template.to_staff else person.reached_at(access.address_of(ticket, person.ids))


def _reached(desk: Desk, ticket: Ticket, template: Template, ways: Sequence[Way], to: Addressed) -> list[Reached]:
    """Somebody by each of the ways they chose; by none who may not read it."""
    person = _reader(desk, ticket, to.to, template)
    if person is None:
        return []
    by_mail = Reached(addressed=to, person=person)
    if template.concern is None:
        return [by_mail]
    chosen = ways_now(desk.preferences.get(person.id), template.concern, desk.clock.now(), person.timezone)
    others = [replace(by_mail, way=way) for way in ways if getattr(chosen, way.name)]
    return [*others, by_mail] if chosen.mail else others


def _told(desk: Desk, told: Told, template: Template, ways: Sequence[Way], there: There, reached: Reached) -> bool:
    """Whether a letter was sent now."""
    if reached.way is None:
        person, about = reached.person, reached.addressed.about
        if template.name == REPLY and there(desk, told.ticket, person):
            leave_to_chat(desk, told.ticket, told.entry, template, person)
            return False
        if about:
            untold = desk.directory.person(about).name
            template = replace(template, said=lambda *_: {"untold": untold})
        instead = partial(_later, desk, told, template, ways, person)
        return send_once(desk, told.ticket, told.entry, template, person, about, instead)
    if template.concern:
        reached.way.tell(desk, told, template.concern, reached.person)
    return False


def _later(desk: Desk, told: Told, template: Template, ways: Sequence[Way], person: Person) -> None:
    """In the one mail a day, whatever they chose: it was too much for one day."""
    for way in ways:
        if way.name == DIGEST and template.concern:
            way.tell(desk, told, template.concern, person)
