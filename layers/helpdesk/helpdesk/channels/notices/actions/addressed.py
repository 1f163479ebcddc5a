"""Mail to an address alone, whoever has it: to each once, and what cannot be sent is told on the ticket."""

from collections.abc import Callable
from functools import partial

from helpdesk.channels.notices.rules.sent import OutMail, WhyWithheld
from helpdesk.core.record.entry import Entry
from helpdesk.core.tickets.actions.change import effect_once
from helpdesk.foundation.desk import Desk
from helpdesk.foundation.kernel.addresses import folded
from helpdesk.foundation.kernel.encoding import digest
from helpdesk.foundation.kernel.errors import HopelessError, RateLimitedError
from helpdesk.foundation.kernel.vocabulary import PersonId, TicketId
from helpdesk.foundation.platform.ports import Limit


def addressed(
    desk: Desk,
    ticket: TicketId,
    entry: Entry,
    letter: str,
    address: str,
    *,
    side: str | None = None,
    private: str | None = None,
) -> OutMail:
    return OutMail(
        key=f"mail#{entry.id}#{letter}#{digest(folded(address))[:32]}",
        ticket=ticket,
        entry=entry.id,
        template=letter,
        person=PersonId(""),
        address=address,
        at=desk.clock.now(),
        automatic=False,
        side=side,
        private=private,
    )


def send_once(
    desk: Desk,
    mail: OutMail,
    send: Callable[[OutMail], str],
    tell_lost: Callable[[Desk, OutMail], None],
    *limits: Limit,
) -> bool:
    """Whether it was sent now. An address that mail cannot be sent to is told on the ticket, as what comes back is."""
    if desk.notices.dead.find(mail.address):
        desk.notices.ledger.withhold(mail, WhyWithheld.UNDELIVERABLE)
        tell_lost(desk, mail)
        return False
    ledger = desk.notices.ledger.effects(mail, *limits)
    try:
        return effect_once(desk, mail.ticket, mail.key, partial(send, mail), ledger)
    except RateLimitedError:
        desk.notices.ledger.withhold(mail, WhyWithheld.TOO_MANY)
    except HopelessError:
        tell_lost(desk, mail)
    return False
