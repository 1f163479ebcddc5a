"""What tickets keep in memory."""

from collections import defaultdict
from dataclasses import dataclass, field

from helpdesk.core.record.entry import Entry
from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.once import Answered
from helpdesk.foundation.kernel.vocabulary import TicketId


@dataclass(slots=True)
class TicketRows:
    heads: dict[TicketId, Ticket] = field(default_factory=dict)
    entries: dict[TicketId, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    answers: dict[str, Answered] = field(default_factory=dict)
    """What was done under an idempotency key."""
