"""What is asked about tickets. The order is the order of facts in a commit."""

from collections.abc import Sequence
from typing import Final

from helpdesk.capabilities.assignment import hooks as assignment
from helpdesk.capabilities.ladders import hooks as ladders
from helpdesk.capabilities.levels import hooks as levels
from helpdesk.capabilities.participants import hooks as participants
from helpdesk.capabilities.sides import hooks as sides
from helpdesk.capabilities.surveys import hooks as surveys
from helpdesk.capabilities.timers import hooks as timers
from helpdesk.channels.mail import hooks as mail
from helpdesk.core.tickets import hooks as tickets
from helpdesk.core.tickets.rules.hooks import Hooks

# Steps of clocks come before what they begin, what comes back by itself last.
ON_TICKETS: Final[Sequence[Hooks]] = (
    tickets.HOOKS,
    participants.HOOKS,
    sides.HOOKS,
    mail.HOOKS,
    assignment.HOOKS,
    timers.STEPS,
    ladders.HOOKS,
    levels.HOOKS,
    surveys.HOOKS,
    timers.RETURNS,
)
