from typing import Any

from msgspec import Struct

from helpdesk.core.directory.rules import NO_PERSON, Person
from helpdesk.foundation.desk import Desk, Outcome, Wish
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import InvalidError, NotFoundError
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId


class Call(Struct, frozen=True, kw_only=True):
    """One request to change a ticket: by whom, on which revision (If-Match), under which key."""

    ticket_id: TicketId
    by: Actor
    revision: int | None = None
    once: Once | None = None


def named_person(desk: Desk, person_id: str | None, field: str = "assignee") -> Person | None:
    try:
        return desk.directory.person(PersonId(person_id)) if person_id else None
    except NotFoundError as error:
        raise InvalidError.at(field, NO_PERSON(name=person_id or "")) from error


def change_by(desk: Desk, call: Call, decide: Any) -> Outcome:
    return desk.change(
        Wish(ticket_id=call.ticket_id, by=call.by, decide=decide, once=call.once, revision=call.revision)
    )
