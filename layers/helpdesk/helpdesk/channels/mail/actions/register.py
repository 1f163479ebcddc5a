"""The register of mails: who may look at what came in, and have it read again."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from msgspec.structs import replace

from helpdesk.channels.mail.ports import MailPage
from helpdesk.channels.mail.rules.arrival import Again
from helpdesk.channels.mail.rules.register import NotHeldError, Outcome, Taken, arrived
from helpdesk.core.tickets.rules import access
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel import roles
from helpdesk.foundation.kernel.actors import Actor
from helpdesk.foundation.kernel.errors import NotFoundError
from helpdesk.foundation.kernel.vocabulary import Role

MOST_COUNTED: Final = 99

LINK_LIFETIME: Final = timedelta(minutes=5)


def listed(desk: Desk, by: Actor, outcome: Outcome | None, cursor: str | None, limit: int) -> MailPage:
    """The newest mails. Administrators see all; others of the staff those that a ticket was made of, so a page may have
    fewer. Nobody from outside sees any.
    """
    roles.staff_only(by)
    page = desk.mail.register.page(outcome, cursor, limit)
    return page if _sees_all(by) else replace(page, items=tuple(_of_tickets(desk, by, page.items)))


def held(desk: Desk, by: Actor) -> int:
    """How many mails wait for somebody to look at them; of more than MOST_COUNTED, one more than that."""
    roles.admin_only(by)
    return desk.mail.register.count(Outcome.QUARANTINE, MOST_COUNTED + 1)


def one(desk: Desk, by: Actor, mail_id: str) -> Taken:
    roles.staff_only(by)
    found = desk.mail.register.get(mail_id)
    if found is None or not (_sees_all(by) or _of_tickets(desk, by, [found])):
        raise NotFoundError("mail", mail_id)
    return found


def raw_link(desk: Desk, by: Actor, mail_id: str) -> str:
    """Where the mail can be downloaded for a while, as it came."""
    found = one(desk, by, mail_id)
    return desk.mail.raw.link(found.key, f"{found.received_at:%Y-%m-%d-%H%M%S}.eml", LINK_LIFETIME)


def again(desk: Desk, by: Actor, mail_id: str, how: Again) -> Taken:
    """Let it be judged anew, or become a ticket whatever is wrong with it. NotHeldError for what became something."""
    found = one(desk, by, mail_id)
    roles.admin_only(by)
    if not found.is_held:
        raise NotHeldError("Of this mail something was made already, or nothing can be made.")
    desk.mail.arrivals.send(replace(arrived(found), again=how, seen=found.revision))
    return found


def _sees_all(by: Actor) -> bool:
    return by.role is Role.ADMIN


def _of_tickets(desk: Desk, by: Actor, mails: Sequence[Taken]) -> list[Taken]:
    wanted = list(dict.fromkeys(mail.ticket for mail in mails if mail.ticket))
    seen = {ticket.id for ticket in desk.tickets.heads(wanted) if access.sees(by, ticket)}
    return [mail for mail in mails if mail.ticket in seen]
