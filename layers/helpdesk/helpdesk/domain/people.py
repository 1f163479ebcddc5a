"""People: those who ask, those who answer, and who acts in a request."""

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.domain.availability import ANYTHING, Availability, Strategy
from helpdesk.domain.vocabulary import Level, PersonId, Role, TeamId, TicketId


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
    def is_staff(self) -> bool:
        return self.role.is_staff


def system(part: str) -> Actor:
    """The product itself, acting through one of its parts."""
    return Actor(id=f"system:{part}", role=Role.SYSTEM, name=part)


class Person(Struct, frozen=True, kw_only=True):
    """Somebody in the directory; requesters come into it with their first ticket.

    `role` follows the groups of their sign-in; `role_as_of` is when the token was issued that it is from.
    """

    id: PersonId
    name: str
    email: str
    role: Role = Role.REQUESTER
    role_as_of: int = 0
    language: str = "en"
    timezone: str = "UTC"
    organization: str | None = None
    teams: tuple[TeamId, ...] = ()
    external: bool = False

    def as_actor(self) -> Actor:
        scope = self.teams if self.external and self.role.is_staff else None
        return Actor(id=self.id, role=self.role, name=self.name, only_teams=scope)


class Team(Struct, frozen=True, kw_only=True):
    """`calendar` names the office hours; at their end, tickets nobody works on go on to the `next_office`.

    After `alert_seconds` without anybody to take it, a ticket in the queue is told to those who are there. An owner
    who does nothing for `owner_seconds` of working time loses it to the queue; None leaves it with them. `revision`
    counts how often the team was planned.
    """

    id: TeamId
    name: str
    level: Level
    topic: str = ""
    office: str = ""
    calendar: str | None = None
    next_office: TeamId | None = None
    strategy: Strategy = Strategy.WEIGHTED_LOAD
    alert_seconds: int = 900
    owner_seconds: int | None = None
    revision: int = 0


class Member(Struct, frozen=True, kw_only=True):
    """A person in a team, with a copy of what they can be given: assignment needs no other read.

    `also` are the other teams they work in: what they have there counts against their capacity.
    """

    team: TeamId
    person: PersonId
    name: str
    role: Role = Role.AGENT
    active: bool = True
    availability: Availability = ANYTHING
    also: tuple[TeamId, ...] = ()

    def following(self, person: Person) -> "Member":
        """As the person is now: who is no staff any more is given nothing."""
        also = tuple(team for team in person.teams if team != self.team)
        return replace(self, role=person.role, active=person.role.is_staff, also=also)


def normalize_email(email: str) -> str:
    """The form an address is looked up by. The local part is folded too: no provider in use tells case apart."""
    return email.strip().lower()
