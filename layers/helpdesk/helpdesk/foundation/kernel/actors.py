from datetime import datetime

from msgspec import Struct

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

    @property
    def ids(self) -> tuple[str, ...]:
        """By which they are known: one, but of people who were joined."""
        return (self.id,)

    @property
    def is_staff(self) -> bool:
        return self.role.is_staff

    def sees(self, team: TeamId) -> bool:
        return self.only_teams is None or team in self.only_teams


class Joined(Actor, frozen=True, kw_only=True):
    """Of several who turned out to be one. Nothing is written under more than one id."""

    also: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.id, *self.also)


class Visitor(Actor, frozen=True, kw_only=True):
    """A guest at a chat, until their link ends. Who is not `proven` gave an address, and nobody knows whose it is."""

    until: datetime | None = None
    proven: bool = False


def system(part: str) -> Actor:
    """The product itself, acting through one of its parts."""
    return Actor(id=f"system:{part}", role=Role.SYSTEM, name=part)
