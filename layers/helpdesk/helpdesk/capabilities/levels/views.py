from datetime import datetime

from helpdesk.capabilities.levels.rules.report import Count
from helpdesk.core.tickets.views.people import PersonRef
from helpdesk.foundation.edge.outputs import View
from helpdesk.foundation.kernel.vocabulary import Level


class Note(View):
    """A known solution, kept from a ticket for a level."""

    id: str
    title: str
    body: str
    level: Level
    category: str | None
    ticket: str
    author: PersonRef
    at: datetime


class NoteList(View):
    items: list[Note]
    cursor: str | None


class EscalationCount(View):
    """`by_clock` were raised by a broken promise. `needless_share` is of all; null when there were none.
    `corrections` of a wrong route are counted apart: they are no escalations.
    """

    name: str
    escalations: int
    by_clock: int
    returned: int
    needless: int
    needless_share: float | None
    corrections: int


class EscalationReport(View):
    """Escalations raised in a time, and what became of them until now; an empty category is none."""

    total: EscalationCount
    teams: list[EscalationCount]
    levels: list[EscalationCount]
    categories: list[EscalationCount]


def _count_view(count: Count) -> EscalationCount:
    return EscalationCount(
        name=count.name,
        escalations=count.escalations,
        by_clock=count.by_clock,
        returned=count.returned,
        needless=count.needless,
        needless_share=count.needless_share,
        corrections=count.corrections,
    )
