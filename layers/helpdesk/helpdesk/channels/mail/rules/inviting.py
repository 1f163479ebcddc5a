"""To whom a mail went before everybody's eyes: by that it has its mailbox, and who else it went to takes part in its
ticket. Of who had a blind copy nobody else learns, nor that we had one.
"""

from collections.abc import Sequence
from typing import Final

from helpdesk.channels.mail.rules.arrival import Arrival
from helpdesk.channels.mail.rules.automatic import is_daemon
from helpdesk.channels.mail.rules.mail import Mail
from helpdesk.channels.mail.rules.mailboxes import Mailbox, is_ours, mailbox_of
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
    if mail.is_automatic or not is_proven(arrival, mail) or not _openly(mail, arrival, ours):
        return ()
    here = {written_by(arrival, mail).address, *map(folded, arrival.recipients)}
    others = {
        each.address: each
        for each in reversed((*mail.to, *mail.cc))
        if each.address and each.address not in here and not is_ours(each.address, ours) and not is_daemon(each.address)
    }
    first = list(reversed(others.items()))[:MOST]
    return tuple(Invited(email=address, name=called(each)) for address, each in first)


def mailbox_for(mail: Mail, arrival: Arrival, ours: Sequence[Mailbox]) -> Mailbox | None:
    """Of those it came to, one that it names before one that had a blind copy: answers show its address."""
    its = [each for each in ours if mailbox_of(arrival.recipients, [each])]
    named = _openly(mail, arrival, its)
    return next((each for each in its if mailbox_of(named, [each])), its[0] if its else None)


def _openly(mail: Mail, arrival: Arrival, ours: Sequence[Mailbox]) -> list[str]:
    """Those of our addresses that it names, by which it came or that are a mailbox's."""
    here = set(map(folded, arrival.recipients))
    named = (each.address for each in (*mail.to, *mail.cc) if each.address)
    return [address for address in named if address in here or is_ours(address, ours)]
