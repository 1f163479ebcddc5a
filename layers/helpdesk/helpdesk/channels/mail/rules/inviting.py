"""Whom a mail brings along: who else it went to takes part in its ticket."""

from collections.abc import Sequence
from typing import Final

from helpdesk.channels.mail.rules.arrival import Arrival
from helpdesk.channels.mail.rules.automatic import is_daemon
from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.channels.mail.rules.mailboxes import Mailbox, is_ours
from helpdesk.channels.mail.rules.saying import called
from helpdesk.channels.mail.rules.screening import is_proven, written_by
from helpdesk.core.tickets.rules.writing import Invited
from helpdesk.foundation.kernel.addresses import folded

MOST: Final = 10
"""Of a mail to many, the first."""


def invited(mail: Mail, arrival: Arrival, ours: Sequence[Mailbox]) -> tuple[Invited, ...]:
    """Nobody by a mail that a machine wrote, and no machine by any. Nor by one whose sender is not proven: who takes
    part is sent what is answered, and anybody can write in the name of somebody else.
    """
    if mail.is_automatic or not is_proven(arrival, mail):
        return ()
    here = {written_by(arrival, mail).address, *map(folded, arrival.recipients)}
    others = {
        each.address: each
        for each in reversed((*mail.to, *mail.cc))
        if each.address and each.address not in here and not is_ours(each.address, ours) and not is_daemon(each.address)
    }
    first = list(reversed(others.items()))[:MOST]
    return tuple(Invited(email=address, name=called(each)) for address, each in first)
