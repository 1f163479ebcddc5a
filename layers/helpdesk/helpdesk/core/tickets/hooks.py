from msgspec import Struct

from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId


class Notice(Struct, frozen=True, kw_only=True):
    """One person to be told, by one template; no person means everybody who works in the ticket's team or in `team`,
    and with `present` those of them who are there now.
    """

    template: str
    person: PersonId | None
    present: bool = False
    team: TeamId | None = None
