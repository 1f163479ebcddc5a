"""What is written in the same transaction as a change of a ticket."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from helpdesk.capabilities.assignment.dynamodb import board_writes
from helpdesk.capabilities.attachments import dynamodb as attachments
from helpdesk.capabilities.levels import dynamodb as levels
from helpdesk.core.directory.dynamodb import newcomer_writes
from helpdesk.core.tickets.dynamodb.writers import Writers
from helpdesk.foundation.platform.dynamodb.limits import limit_writes

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from collections.abc import Sequence

    from helpdesk.channels.mail.ports import TakenIn
    from helpdesk.channels.notices.rules.threads import MailClaim
    from helpdesk.foundation.platform.dynamodb.tables import Tables, Write


def _claim_writes(tables: Tables, claim: MailClaim) -> Sequence[Write]:
    from helpdesk.channels.notices.dynamodb.threads import claim_writes  # noqa: PLC0415 - only who takes mail in pays for it

    return claim_writes(tables, claim)


def _taken_in_writes(tables: Tables, what: TakenIn) -> Sequence[Write]:
    from helpdesk.channels.mail.dynamodb import taken_in_writes  # noqa: PLC0415 - as above

    return taken_in_writes(tables, what)


WRITERS: Final = Writers(
    along={
        "Newcomer": newcomer_writes,
        "Limit": limit_writes,
        "BoardChange": board_writes,
        "MailClaim": _claim_writes,
        "TakenIn": _taken_in_writes,
    },
    beside=(levels.beside, attachments.beside),
)
