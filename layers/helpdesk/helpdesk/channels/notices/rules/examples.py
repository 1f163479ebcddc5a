"""A ticket that there is not, to show letters with."""

from datetime import datetime

from helpdesk.core.record.ticket import Ticket
from helpdesk.foundation.kernel.vocabulary import (
    Channel,
    Kind,
    Level,
    PersonId,
    Phase,
    Priority,
    Scale,
    TeamId,
    TicketId,
)


def example_ticket(at: datetime) -> Ticket:
    return Ticket(
        id=TicketId("HD-12345678"),
        version=1,
        revision=1,
        home_region="",
        epoch=1,
        kind=Kind.INCIDENT,
        subject="",
        state="open",
        phase=Phase.OPEN,
        impact=Scale.MEDIUM,
        urgency=Scale.MEDIUM,
        priority=Priority.P3,
        level=Level.L1,
        team=TeamId("service-desk"),
        requester=PersonId("example"),
        channel=Channel.EMAIL,
        language="en",
        created_at=at,
        updated_at=at,
        state_since=at,
    )
