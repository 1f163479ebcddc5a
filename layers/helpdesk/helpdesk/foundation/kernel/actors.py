from msgspec import UNSET, Struct, UnsetType

from helpdesk.foundation.kernel.vocabulary import Role, TeamId, TicketId


class Actor(Struct, frozen=True, kw_only=True):
    """Who does something. A guest is scoped to the one ticket whose link was signed for them, a specialist from
    outside to the tickets of some teams.
    """

    id: str
    role: Role
    name: str = ""
    ticket_id: TicketId | None = None
    only_teams: tuple[TeamId, ...] | None = None
    also: tuple[str, ...] | UnsetType = UNSET
    """Further ids by which they are known: of people who were joined."""

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.id, *(self.also or ()))

    @property
    def is_staff(self) -> bool:
        return self.role.is_staff

    def sees(self, team: TeamId) -> bool:
        return self.only_teams is None or team in self.only_teams


def system(part: str) -> Actor:
    """The product itself, acting through one of its parts."""
    return Actor(id=f"system:{part}", role=Role.SYSTEM, name=part)
