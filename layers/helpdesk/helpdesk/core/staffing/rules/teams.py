from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from helpdesk.core.directory.rules import NO_STAFF, Person
from helpdesk.core.staffing.rules.availability import ANYTHING, Availability, Strategy
from helpdesk.core.staffing.rules.refusals import IS_AWAY, NOT_IN_TEAM, RESERVED_ID
from helpdesk.foundation.kernel.errors import InvalidError
from helpdesk.foundation.kernel.refusals import BAD_ID
from helpdesk.foundation.kernel.text import is_id
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, Role, TeamId


class Team(Struct, frozen=True, kw_only=True):
    """`calendar` names the office hours; at their end, tickets nobody works on go on to the `next_office`.

    After `alert_seconds` without anybody to take it, a ticket in the queue is told to those who are there. An owner
    who does nothing for `owner_seconds` of working time loses it to the queue; None leaves it with them. `revision`
    counts how often the team was planned. A retired team takes no ticket, stands in no choice and keeps its history;
    its `successor` goes on with what it had.
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
    retired: bool = False
    successor: TeamId | None = None
    signature: str = ""
    """Below answers by mail of those in it who have none of their own."""


RESERVED: Final = frozenset({"none", "new"})
"""`none` are tickets of no team, in lists; `new` is where one is made."""


def check_id(team: TeamId) -> None:
    """Refuse the id of a new team that could not be told from other words, or not be written in an address."""
    if not is_id(team):
        raise InvalidError.at("id", BAD_ID())
    if team in RESERVED:
        raise InvalidError.at("id", RESERVED_ID(name=team))


def levels_of(teams: Iterable[Team]) -> dict[TeamId, Level]:
    """The teams that can be given something, each with its level."""
    return {team.id: team.level for team in teams if not team.retired}


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

    @classmethod
    def of(cls, team: TeamId, person: Person, availability: Availability) -> "Member":
        return cls(team=team, person=person.id, name=person.name, availability=availability).following(person)

    def following(self, person: Person) -> "Member":
        """As the person is now: who is no staff any more is given nothing."""
        also = tuple(team for team in person.teams if team != self.team)
        return replace(self, name=person.name, role=person.role, active=person.is_staff, also=also)


def elsewhere_of(members: Iterable[Member]) -> list[tuple[PersonId, TeamId]]:
    """The places that members have in other teams."""
    return [(member.person, team) for member in members for team in member.also]


def can_work(person: Person, team: TeamId) -> bool:
    """Whether somebody may own tickets of a team: they answer tickets, and do so in this team."""
    return person.is_staff and team in person.teams


def check_receiver(to: Person, team: TeamId, *, away: bool, field: str) -> None:
    """Refuse at a field who could not keep a ticket of a team: it would be taken from them at once."""
    if not to.is_staff:
        raise InvalidError.at(field, NO_STAFF(name=to.name))
    if not can_work(to, team):
        raise InvalidError.at(field, NOT_IN_TEAM(name=to.name, team=team))
    if away:
        raise InvalidError.at(field, IS_AWAY(name=to.name))


PLACE: Final = "member"
"""The fault of who cannot be read at all."""


class Roster(Struct, frozen=True, kw_only=True):
    """Who works in a team, and of whom something cannot be used, and what. They stand here as if it were not known."""

    members: Mapping[PersonId, Member]
    faults: Mapping[PersonId, str]


def roster_of(team: TeamId, found: Mapping[PersonId, Member | None]) -> Roster:
    """A roster by what is stored; None for a member who cannot be read."""
    known = {person: member or Member(team=team, person=person, name=person) for person, member in found.items()}
    looked = {person: member.availability.fault if found[person] else PLACE for person, member in known.items()}
    faults = {person: fault for person, fault in looked.items() if fault}
    mended = {p: replace(known[p], availability=known[p].availability.usable) for p in faults}
    return Roster(members=known | mended, faults=faults)
