"""People: those who ask, those who answer, and who acts in a request."""

from dataclasses import dataclass

from helpdesk.domain.vocabulary import Level, PersonId, Role, TeamId, TicketId


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does something. A guest is scoped to the one ticket whose link was signed for them."""

    id: str
    role: Role
    name: str = ""
    ticket_id: TicketId | None = None

    @property
    def is_staff(self) -> bool:
        return self.role.is_staff


def system(part: str) -> Actor:
    """The product itself, acting through one of its parts."""
    return Actor(id=f"system:{part}", role=Role.SYSTEM, name=part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the directory; requesters come into it with their first ticket."""

    id: PersonId
    name: str
    email: str
    role: Role = Role.REQUESTER
    language: str = "en"
    timezone: str = "UTC"
    organization: str | None = None
    teams: tuple[TeamId, ...] = ()

    def as_actor(self) -> Actor:
        return Actor(id=self.id, role=self.role, name=self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    id: TeamId
    name: str
    level: Level
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person in a team, as assignment sees them. `turn` counts assignments: the lowest is next in turn."""

    team: TeamId
    person: PersonId
    name: str
    role: Role = Role.AGENT
    active: bool = True
    turn: int = 0


def normalize_email(email: str) -> str:
    """The form an address is looked up by. The local part is folded too: no provider in use tells case apart."""
    return email.strip().lower()
