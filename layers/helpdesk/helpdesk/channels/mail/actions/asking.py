"""What somebody who works here asks for above a reply is done with it, as by hand; what cannot be, they are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from helpdesk.channels.mail.rules.mail import Command
from helpdesk.channels.mail.rules.words import asking
from helpdesk.core.directory.rules import NO_PERSON, Person
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.event import Personal
from helpdesk.core.record.mails import CommandRefused
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.tickets import Also, updated
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import system
from helpdesk.foundation.kernel.errors import ForbiddenError, HelpdeskError, InvalidError, NotFoundError, RefusedError
from helpdesk.foundation.kernel.finding import sought
from helpdesk.foundation.kernel.vocabulary import PersonId

CHANGING: Final = frozenset({"assign", "priority"})

REFUSALS: Final = (InvalidError, RefusedError, ForbiddenError, NotFoundError)

MOST_CALLED: Final = 50


def asked_for(desk: Desk, by: Person, commands: tuple[Command, ...]) -> Also | None:
    """Of each command the last one counts. What is refused keeps neither the reply nor the others from being taken."""
    wanted = {command.name: command for command in commands if command.name in CHANGING}

    def decide(ticket: Ticket) -> list[Fact]:
        return [fact for command in wanted.values() for fact in _done(desk, by, ticket, command)]

    return decide if wanted else None


def _done(desk: Desk, by: Person, ticket: Ticket, command: Command) -> list[Fact]:
    try:
        return updated(desk, by.as_actor(), ticket, _wishes(desk, ticket, command))
    except REFUSALS as error:
        refused = CommandRefused(to=by.id, command=command.name, why=_code(error))
        said = Personal(body=f"#{command.name} {command.value}", name=by.name)
        return [Fact(event=refused, personal=said, by=system("mail"))]


def _code(error: HelpdeskError) -> str:
    problems = error.problems if isinstance(error, InvalidError) else ()
    return problems[0].code if problems else error.code


def _wishes(desk: Desk, ticket: Ticket, command: Command) -> Mapping[str, Any]:
    if command.name == "priority":
        return {"priority": asking.priority(command.value)}
    return {"assignee": _meant(desk, ticket, command.value)}


def _meant(desk: Desk, ticket: Ticket, written: str) -> PersonId:
    """By address whoever that is; by name those of the ticket's team first, who alone can be given it."""
    if address := asking.address(written):
        person = desk.directory.by_email(address)
    else:
        team = [member for member in desk.staffing.members(ticket.team) if member.active]
        if member := asking.called(written, team):
            return member.person
        found = desk.directory.find(sought(written), MOST_CALLED)
        person = asking.called(written, [each for each in found if each.is_staff])
    if person is None:
        raise InvalidError.at("assignee", NO_PERSON(name=written))
    return person.id
