"""What its requester is answered, those who take part are answered too: each in a mail of their own."""

from typing import Final

from msgspec.structs import replace

from helpdesk.core.tickets import hooks as tickets
from helpdesk.core.tickets.rules.hooks import Hooks, Notice, Told

_BESIDE: Final = {
    "reply": Notice(template="participant_reply", person=None),
    "solved": Notice(template="participant_solved", person=None),
}
"""What goes to those who take part, by what goes to the requester; of anything else they hear nothing."""


def _notices(told: Told) -> list[Notice]:
    """Who came later is not told of what was said before: it is told late, or again, for whatever reason."""
    sent = [_BESIDE[notice.template] for notice in tickets.HOOKS.notices(told) if notice.template in _BESIDE]
    there = [each.person for each in told.ticket.participants if each.at <= told.entry.at]
    return [replace(notice, person=person) for notice in sent for person in there]


HOOKS: Final = Hooks(notices=_notices)
