"""Assignment: which person of a team takes a ticket. Run behind a queue in order, one ticket of a team at a time."""

from helpdesk.desk import Desk, Outcome, Wish
from helpdesk.domain import decisions
from helpdesk.domain.assignment import choose
from helpdesk.domain.decisions import Fact
from helpdesk.domain.people import system
from helpdesk.domain.tickets import Ticket
from helpdesk.domain.vocabulary import TeamId, TicketId


def assign(desk: Desk, ticket_id: TicketId, team: TeamId) -> Outcome:
    """Give a waiting ticket of the team to the member whose turn it is.

    A ticket that was taken, moved or finished meanwhile is left alone; without anybody it stays in the queue.
    """
    members = desk.directory.members(team)
    choice = choose(members)
    person = desk.directory.person(choice.member.person) if choice.member else None

    def decide(ticket: Ticket) -> list[Fact]:
        if person is None or ticket.team != team or ticket.assignee or ticket.phase.is_finished:
            return []
        return decisions.assign(ticket, person, choice.reasons)

    wish = Wish(ticket_id=ticket_id, by=system("assignment"), decide=decide, turn=choice.member)
    return desk.change(wish)
