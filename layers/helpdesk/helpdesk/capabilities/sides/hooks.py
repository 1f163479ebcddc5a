"""Who works on a ticket is told what came in on a side of it, and that mail did not arrive there."""

from typing import Final

from helpdesk.core.record.mails import MailReturned
from helpdesk.core.record.sides import SideMessageReceived
from helpdesk.core.tickets.rules.hooks import Hooks, Notice, Told, to_owner


def _notices(told: Told) -> list[Notice]:
    match told.entry.event:
        case SideMessageReceived(automatic=False):
            return [to_owner("side_answered", told.ticket)]
        case MailReturned(side=str()):
            return [to_owner("side_returned", told.ticket)]
    return []


HOOKS: Final = Hooks(notices=_notices)
