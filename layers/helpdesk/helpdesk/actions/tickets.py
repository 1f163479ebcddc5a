"""What people do with a ticket: read it, write on it, move it, hand it on."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.desk import Desk, Outcome, Wish
from helpdesk.domain import access, decisions, editing, ladders, level_notes, owning
from helpdesk.domain.assets import all_of
from helpdesk.domain.decisions import Fact, Message
from helpdesk.domain.errors import InvalidError, NotFoundError
from helpdesk.domain.level_notes import NoteDraft
from helpdesk.domain.owning import HandOver
from helpdesk.domain.people import Actor, Person
from helpdesk.domain.promises import promised_anew
from helpdesk.domain.refusals import NO_ORGANIZATION, NO_PERSON, NO_TEAM, PASSED, TEAM_LEVEL
from helpdesk.domain.tickets import Ticket
from helpdesk.domain.vocabulary import Level, PersonId, Role, TeamId, TicketId
from helpdesk.ports import Once, Page

TIMELINE_PAGE: Final = 100
LINK_LIFETIME: Final = timedelta(minutes=5)


class Call(Struct, frozen=True, kw_only=True):
    """One request to change a ticket: by whom, on which revision (If-Match), under which key."""

    ticket_id: TicketId
    by: Actor
    revision: int | None = None
    once: Once | None = None


def read(desk: Desk, by: Actor, ticket_id: TicketId, before: str | None = None) -> Page:
    """The ticket and the newest part of its timeline that the actor may see."""
    page = desk.tickets.timeline(ticket_id, before, TIMELINE_PAGE)
    access.visible_to(by, page.ticket)
    return Page(ticket=page.ticket, entries=tuple(access.shown_to(by, page.entries)), earlier=page.earlier)


def write(desk: Desk, call: Call, message: Message) -> Outcome:
    """Add a public message or an internal note."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.may_write(call.by, ticket, message.visibility)
        if message.state:
            access.may_move(call.by, ticket, message.state)
        return decisions.add_message(ticket, _understood(desk, call.by, ticket, message), call.by, desk.settings.desk())

    return _change(desk, call, decide)


def _understood(desk: Desk, by: Actor, ticket: Ticket, message: Message) -> Message:
    """With the language of it, when it is the first of its requester to tell one."""
    if ticket.text_language or decisions.part_of(by, ticket) is not Role.REQUESTER:
        return message
    return replace(message, text_language=desk.text_language.of(message.body))


def move(
    desk: Desk, call: Call, state: str, reason: str = "", until: datetime | None = None, vendor: str | None = None
) -> Outcome:
    """Change the state; moving to the state it is in changes nothing. `until` brings a waiting ticket back, `vendor`
    is who it waits for.
    """
    if until and until <= desk.clock.now():
        raise InvalidError.at("until", PASSED())

    def decide(ticket: Ticket) -> list[Fact]:
        access.may_move(call.by, ticket, state)
        return decisions.transition(ticket, state, reason, desk.settings.desk(), until, vendor)

    return _change(desk, call, decide)


def update(desk: Desk, call: Call, wishes: Mapping[str, Any]) -> Outcome:
    """Change fields; `assignee` among them gives the ticket to a person, or with None back to the team."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(call.by, ticket)
        follows = _plan(desk, ticket, wishes.get("organization")) | _level(desk, wishes) | _assets(desk, ticket, wishes)
        facts = editing.update(ticket, {**wishes, **follows}, desk.settings.desk())
        facts = promised_anew(ticket, facts, desk.settings.sla())
        if "assignee" in wishes:
            facts += owning.assign_beside(ticket, facts, _person(desk, wishes["assignee"]))
        return facts

    return _change(desk, call, decide)


def _plan(desk: Desk, ticket: Ticket, organization: str | None) -> dict[str, str]:
    """The plan that comes with another organization; an empty one takes the ticket's away."""
    if organization is None or organization == ticket.organization:
        return {}
    found = desk.organizations.find(organization)
    if found is None:
        raise InvalidError.at("organization", NO_ORGANIZATION(name=organization))
    return {"plan": found.plan or ""} if found.plan or ticket.plan else {}


def _level(desk: Desk, wishes: Mapping[str, Any]) -> dict[str, Level]:
    """The level that comes with another team: that at which it works."""
    team = wishes.get("team")
    if team is None:
        return {}
    level = next((known.level for known in desk.staffing.teams() if known.id == team), None)
    if level is None:
        raise InvalidError.at("team", NO_TEAM(name=team))
    if wishes.get("level") not in {None, level}:
        raise InvalidError.at("team", TEAM_LEVEL(team=team, level=level, wanted=wishes["level"]))
    return {"level": level}


def _assets(desk: Desk, ticket: Ticket, wishes: Mapping[str, Any]) -> dict[str, Any]:
    names = wishes.get("assets")
    return {} if names is None else {"assets": all_of(names, desk.assets.named(names), ticket.assets)}


def _person(desk: Desk, person_id: str | None, field: str = "assignee") -> Person | None:
    try:
        return desk.directory.person(PersonId(person_id)) if person_id else None
    except NotFoundError as error:
        raise InvalidError.at(field, NO_PERSON(name=person_id or "")) from error


def hand_over(desk: Desk, call: Call, wanted: HandOver, team: TeamId | None, person: str | None) -> Outcome:
    """Hand on to a team or a person by hand, with what they need to know."""
    if wanted.deadline and wanted.deadline <= desk.clock.now():
        raise InvalidError.at("deadline", PASSED())

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(call.by, ticket)
        levels = {known.id: known.level for known in desk.staffing.teams()}
        return owning.hand_over(ticket, wanted, team, _person(desk, person, "person"), levels)

    return _change(desk, call, decide)


def escalate(desk: Desk, call: Call, level: Level | None, reason: str, tried: str) -> Outcome:
    """Functional escalation to the next level, or to a given higher one."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(call.by, ticket)
        return decisions.escalate(ticket, level, reason, tried, desk.settings.desk())

    return _change(desk, call, decide)


def acknowledge(desk: Desk, call: Call) -> Outcome:
    """Say that somebody answers for the ticket: its escalation ladders end. Said twice it changes nothing."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(call.by, ticket)
        return ladders.acknowledge(ticket)

    return _change(desk, call, decide)


def deescalate(
    desk: Desk, call: Call, level: Level | None, answer: str, *, needless: bool, note: NoteDraft | None = None
) -> Outcome:
    """Hand back to a lower level with the answer it needs, and keep a note of it if there is one."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.workable_by(call.by, ticket)
        settings = desk.settings.desk()
        facts = decisions.deescalate(ticket, level, answer, settings, needless=needless)
        notes = [level_notes.keep(note, ticket, settings)] if note else []
        return facts + ladders.end(ticket) + notes

    return _change(desk, call, decide)


def attachment_link(desk: Desk, by: Actor, ticket_id: TicketId, attachment_id: str, version: int | None = None) -> str:
    """A short-lived download address of a file on a message the actor may see.

    `version` is the commit the message came with; without it the newest page of the timeline is searched.
    Raises NotFoundError, AttachmentPendingError.
    """
    if version is None:
        entries = read(desk, by, ticket_id).entries
    else:
        access.visible_to(by, desk.tickets.get(ticket_id))
        entries = tuple(access.shown_to(by, desk.tickets.commit(ticket_id, version)))
    for entry in entries:
        for attachment in getattr(entry.event, "attachments", ()):
            if attachment.id == attachment_id:
                return desk.files.link(attachment.id, attachment.name, LINK_LIFETIME)
    raise NotFoundError("attachment", attachment_id)


def _change(desk: Desk, call: Call, decide: Any) -> Outcome:
    return desk.change(
        Wish(ticket_id=call.ticket_id, by=call.by, decide=decide, once=call.once, revision=call.revision)
    )
