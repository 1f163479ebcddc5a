"""When one can chat, and by which link one goes on with it."""

from datetime import timedelta
from typing import Final

from helpdesk.channels.chat.rules.hours import ChatClosedError, Hours, hours
from helpdesk.channels.chat.rules.line import LINK_LASTS
from helpdesk.channels.chat.settings import CHAT
from helpdesk.core.calendars.settings.calendars import CALENDARS
from helpdesk.core.tickets.rules import links
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.actors import Visitor
from helpdesk.foundation.kernel.errors import SignInError
from helpdesk.foundation.kernel.vocabulary import Role, TicketId

GRACE: Final = timedelta(minutes=10)
"""Who saw that somebody is there may still begin, and so may who sends the same again."""


def times(desk: Desk, ago: timedelta = timedelta(0)) -> Hours:
    return hours(desk.settings.of(CHAT), desk.settings.of(CALENDARS), desk.clock.now() - ago)


def check_open(desk: Desk) -> None:
    if not times(desk).open and not times(desk, GRACE).open:
        raise ChatClosedError("Nobody is there to chat now. Please use the form; you will be answered by mail.")


def link(desk: Desk, ticket_id: TicketId, name: str) -> str:
    """What lets a browser go on with a chat it began. It names nobody but as they called themselves."""
    return desk.signer.sign("chat", {"t": ticket_id, "n": name})


def visitor(desk: Desk, token: str) -> Visitor:
    """Who chats by a link of a chat, or by one that was mailed; SignInError when it is altered or too old."""
    try:
        payload, signed_at = desk.signer.read("chat", token, LINK_LASTS)
    except SignInError:
        return links.proven_visitor(desk, token)
    ticket, until = desk.tickets.get(payload["t"]), signed_at + LINK_LASTS
    return Visitor(id=ticket.requester, role=Role.GUEST, name=payload["n"], ticket_id=ticket.id, until=until)
