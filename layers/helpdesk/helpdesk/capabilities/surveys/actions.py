"""Surveys: requesters say how it went, by the link they were mailed."""

from msgspec import Struct

from helpdesk.capabilities.surveys import rules as surveys
from helpdesk.core.record.entry import Fact
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.tickets.actions.change import Wish, change
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.once import Once
from helpdesk.foundation.kernel.vocabulary import Role, TicketId

LINK_MAX_AGE = surveys.ANSWERABLE + surveys.CHANGEABLE


class Invitation(Struct, frozen=True, kw_only=True):
    """Who was asked about which ticket, when it had been solved for the `cycle`th time."""

    by: Actor
    ticket_id: TicketId
    cycle: int


def invitation(desk: Desk, token: str) -> Invitation:
    """Whom a link was signed for; SignInError when it is altered or too old."""
    payload, _ = desk.signer.read("rating", token, LINK_MAX_AGE)
    by = Actor(id=payload["p"], role=Role.GUEST, ticket_id=payload["t"])
    return Invitation(by=by, ticket_id=payload["t"], cycle=payload["c"])


def read(desk: Desk, asked: Invitation) -> Ticket:
    """The ticket to rate. Raises SurveyOverError."""
    ticket = desk.tickets.get(asked.ticket_id)
    surveys.answerable(ticket, asked.cycle, desk.clock.now())
    return ticket


def rate(desk: Desk, asked: Invitation, rating: int, comment: str, once: Once | None) -> Ticket:
    """Say how it went, or something else than before. Raises SurveyOverError."""

    def decide(ticket: Ticket) -> list[Fact]:
        return surveys.rate(ticket, asked.cycle, rating, comment, desk.clock.now())

    return change(desk, Wish(ticket_id=asked.ticket_id, by=asked.by, once=once), decide).ticket
