"""All letters that are sent."""

from collections.abc import Mapping
from typing import Final

from helpdesk.capabilities.assignment import letters as assignment
from helpdesk.capabilities.ladders import letters as ladders
from helpdesk.capabilities.levels import letters as levels
from helpdesk.capabilities.participants import letters as participants
from helpdesk.capabilities.sides import letters as sides
from helpdesk.capabilities.surveys import letters as surveys
from helpdesk.capabilities.timers import letters as timers
from helpdesk.channels.mail import letters as mail
from helpdesk.channels.notices import letters as notices
from helpdesk.channels.notices.letters import by_name
from helpdesk.core.tickets import letters as tickets
from helpdesk.core.tickets.letters import Template

LETTERS: Final[Mapping[str, Template]] = by_name(
    *tickets.LETTERS,
    *assignment.LETTERS,
    *timers.LETTERS,
    *ladders.LETTERS,
    *levels.LETTERS,
    *surveys.LETTERS,
    *participants.LETTERS,
    *sides.LETTERS,
    *mail.LETTERS,
    *notices.LETTERS,
)
