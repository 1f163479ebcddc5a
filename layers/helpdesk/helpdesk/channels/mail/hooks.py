"""Who asked by mail for what was not done is told."""

from typing import Final

from helpdesk.core.record.mails import CommandRefused
from helpdesk.core.tickets.rules.hooks import Hooks, Notice, Told


def _notices(told: Told) -> list[Notice]:
    match told.entry.event:
        case CommandRefused(to=person):
            return [Notice(template="command_refused", person=person)]
    return []


HOOKS: Final = Hooks(notices=_notices)
