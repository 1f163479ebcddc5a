"""Teams, who works in them, and what everybody can be given."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from helpdesk.core.directory.memory import PeopleRows
from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.availability import ANYTHING, Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId
from helpdesk.foundation.platform.memory.table import MemoryTable


@dataclass(slots=True)
class StaffingRows:
    teams: dict[TeamId, Team] = field(default_factory=dict)
    members: dict[TeamId, dict[PersonId, Member]] = field(default_factory=dict)
    availability: dict[PersonId, Availability] = field(default_factory=dict)


class MemoryStaffing:
    """See ports.Staffing."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table
        self._rows = table.rows(StaffingRows)

    def teams(self) -> Sequence[Team]:
        with self._table.lock:
            return [team for _, team in sorted(self._rows.teams.items())]

    def team(self, team: TeamId) -> Team | None:
        return self._rows.teams.get(team)

    def members(self, team: TeamId) -> Sequence[Member]:
        with self._table.lock:
            return [member for _, member in sorted(self._rows.members.get(team, {}).items())]

    def put_team(self, team: Team, joining: Sequence[Person] = (), leaving: Sequence[Person] = ()) -> None:
        with self._table.lock:
            held, people = self._rows.teams.get(team.id), self._table.rows(PeopleRows)
            _check_next(team.revision, held.revision if held else 0)
            if any(people.people.get(person.id) != person for person in (*joining, *leaving)):
                raise ConflictError("Somebody was changed meanwhile.")
            self._rows.teams[team.id] = team
            for person in joining:
                people.put(person.joined(team.id))
                self._place(team.id, person)
                self.follow(person, person.joined(team.id))
            for person in leaving:
                people.put(person.left(team.id))
                self._members(team.id).pop(person.id, None)
                self.follow(person, person.left(team.id))

    def _place(self, team: TeamId, person: Person) -> None:
        new = Member.of(team, person, self.availability(person.id))
        self._members(team).setdefault(person.id, new)

    def _members(self, team: TeamId) -> dict[PersonId, Member]:
        return self._rows.members.setdefault(team, {})

    def availability(self, person_id: PersonId) -> Availability:
        return self._rows.availability.get(person_id, ANYTHING)

    def put_availability(self, person: Person, availability: Availability) -> None:
        with self._table.lock:
            _check_next(availability.revision, self.availability(person.id).revision)
            self._rows.availability[person.id] = availability
            for team in self._table.rows(PeopleRows).people[person.id].teams:
                members = self._members(team)
                if person.id in members:
                    members[person.id] = replace(members[person.id], availability=availability)

    def follow(self, held: Person, person: Person) -> None:
        """Somebody's place in all teams they were and are in."""
        for team in {*held.teams, *person.teams}:
            members = self._members(team)
            if team not in person.teams:
                members.pop(person.id, None)
            elif person.id in members:
                members[person.id] = members[person.id].following(person)


def _check_next(revision: int, held: int) -> None:
    if revision and revision != held + 1:
        raise ConflictError("It was planned anew meanwhile.")
