"""Who asked by mail for what was not done is told, and who works on a ticket what somebody said to staff alone."""

from typing import Final

from helpdesk.core.record.mails import CommandRefused
from helpdesk.core.record.tickets import MessageAdded
from helpdesk.core.tickets.rules.hooks import Hooks, Notice, Told, to_owner
from helpdesk.foundation.kernel.vocabulary import Role, Visibility


def _notices(told: Told) -> list[Notice]:
    match told.entry.event:
        case MessageAdded(visibility=Visibility.INTERNAL, by=Role.GUEST, automatic=False):
            return [to_owner("note_by_mail", told.ticket)]
        case CommandRefused(to=person):
            return [Notice(template="command_refused", person=person)]
    return []


HOOKS: Final = Hooks(notices=_notices)
