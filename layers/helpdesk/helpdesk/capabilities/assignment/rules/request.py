"""What assignment is asked to look at."""

from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId, TicketId


class Errand(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A ticket, or somebody whose availability changed; with neither, nothing but the line of the team. `cursor` is
    where in somebody's list to go on.
    """

    team: TeamId
    ticket_id: TicketId | None = None
    person: PersonId | None = None
    cursor: str | None = None
