"""What is written in the same transaction as a change of a ticket."""

from typing import Final

from helpdesk.capabilities.assignment.dynamodb import board_writes
from helpdesk.capabilities.assignment.rules.board import BoardChange
from helpdesk.capabilities.attachments import dynamodb as attachments
from helpdesk.capabilities.levels import dynamodb as levels
from helpdesk.core.directory.dynamodb import newcomer_writes
from helpdesk.core.directory.rules import Newcomer
from helpdesk.core.tickets.dynamodb.writers import Writers
from helpdesk.foundation.platform.dynamodb.limits import limit_writes
from helpdesk.foundation.platform.ports import Limit

WRITERS: Final = Writers(
    along={Newcomer: newcomer_writes, Limit: limit_writes, BoardChange: board_writes},
    beside=(levels.beside, attachments.beside),
)
