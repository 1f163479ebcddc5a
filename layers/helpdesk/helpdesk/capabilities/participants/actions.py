"""Staff and its requester add people to a ticket, staff take them out again; who takes part may leave by themselves."""

from msgspec.structs import replace

from helpdesk.core.record.entry import Fact
from helpdesk.core.record.participants import Came
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Outcome, Wish, change
from helpdesk.core.tickets.rules import access, taking_part
from helpdesk.core.tickets.rules.writing import Invited
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.vocabulary import PersonId, Role


def add(desk: Desk, wish: Wish, invited: Invited) -> Outcome:
    """Have somebody take part from now on; whom nobody knows comes into the directory. Its requester, signed in, names
    people by their addresses alone, and learns no name by it. Specialists from outside name nobody for the same reason.
    """
    field = "person" if invited.person else "email"

    def decide(ticket: Ticket) -> list[Fact]:
        access.visible_to(wish.by, ticket)
        asks = wish.by.role is Role.REQUESTER and wish.by.id == ticket.requester
        if invited.person or not asks:
            roles.staff_only(wish.by)
        people = taking_part.known(desk, [invited], ticket.language, field)
        if asks:
            people = [replace(person, name=invited.name or person.email) for person in people]
        taking_part.check_all(people, ticket, field)
        came = Came.REQUESTER if asks else Came.STAFF
        return taking_part.added(people, came, ticket.requester, ticket.participants)

    return change(desk, wish, decide)


def remove(desk: Desk, wish: Wish, person: PersonId) -> Outcome:
    """Have somebody take part no longer. Others than themselves are taken out by staff."""

    def decide(ticket: Ticket) -> list[Fact]:
        access.visible_to(wish.by, ticket)
        if wish.by.id != person:
            roles.staff_only(wish.by)
        return taking_part.removed(ticket, person)

    return change(desk, wish, decide)
