"""Letters to those who take part in a ticket beside its requester."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from helpdesk.core.tickets.letters import Template

if TYPE_CHECKING:  # a function imports what it does, not all it could be asked for
    from helpdesk.core.record.entry import Entry
    from helpdesk.core.record.ticket import Ticket
    from helpdesk.core.tickets.letters import Recipient
    from helpdesk.foundation.desk import Desk


def _whose(_desk: Desk, ticket: Ticket, _entry: Entry, _reader: Recipient) -> Mapping[str, str]:
    return {"requester": ticket.requester_name}


REPLY: Final = Template(
    name="participant_reply",
    texts={
        "en": 'Hello {name},\n\nyou take part in the request "{subject}" of {requester}. {author} answered:\n\n{body}'
        "\n\n{footer}",
        "de": 'Guten Tag {name},\n\nSie sind an der Anfrage "{subject}" von {requester} beteiligt. {author} hat '
        "geantwortet:\n\n{body}\n\n{footer}",
    },
    said=_whose,
    beside=True,
    automatic=False,
)

SOLVED: Final = Template(
    name="participant_solved",
    texts={
        "en": 'Hello {name},\n\nthe request "{subject}" of {requester}, in which you take part, is marked as solved. '
        "If it is not, just reply and we go on.\n\n{footer}",
        "de": 'Guten Tag {name},\n\ndie Anfrage "{subject}" von {requester}, an der Sie beteiligt sind, ist als gelöst '
        "markiert. Falls sie es nicht ist, antworten Sie einfach, dann geht es weiter.\n\n{footer}",
    },
    said=_whose,
    beside=True,
)

LETTERS: Final = (REPLY, SOLVED)
