"""People and teams."""

from collections.abc import Sequence

from msgspec.structs import replace

from helpdesk.adapters.memory.table import MemoryTable
from helpdesk.domain.availability import ANYTHING, Availability
from helpdesk.domain.errors import ConflictError, NotFoundError
from helpdesk.domain.people import Member, Person, Team, normalize_email
from helpdesk.domain.vocabulary import PersonId, TeamId


class MemoryDirectory:
    """See ports.Directory."""

    def __init__(self, table: MemoryTable) -> None:
        self._table = table

    def person(self, person_id: PersonId) -> Person:
        with self._table.lock:
            if person_id not in self._table.people:
                raise NotFoundError("person", person_id)
            return self._table.people[person_id]

    def by_email(self, email: str) -> Person | None:
        with self._table.lock:
            return self._table.addresses.get(normalize_email(email))

    def put_person(self, person: Person) -> None:
        with self._table.lock:
            self._table.people[person.id] = person
            self._table.addresses[normalize_email(person.email)] = person

    def put_staff(self, person: Person) -> None:
        with self._table.lock:
            self.put_person(person)
            for team in person.teams:
                members = self._table.members.get(team, {})
                if person.id in members:
                    members[person.id] = members[person.id].following(person)

    def add_person(self, person: Person) -> None:
        with self._table.lock:
            if self.by_email(person.email):
                raise ConflictError("This address came into the directory meanwhile.")
            self.put_person(person)

    def teams(self) -> Sequence[Team]:
        with self._table.lock:
            return [team for _, team in sorted(self._table.teams.items())]

    def members(self, team: TeamId) -> Sequence[Member]:
        with self._table.lock:
            return [member for _, member in sorted(self._table.members.get(team, {}).items())]

    def put_team(self, team: Team, members: Sequence[Member]) -> None:
        with self._table.lock:
            held = self._table.teams.get(team.id)
            _check_next(team.revision, held.revision if held else 0)
            self._table.teams[team.id] = team
            self._table.members[team.id] = {member.person: member for member in members}

    def availability(self, person_id: PersonId) -> Availability:
        return self._table.availability.get(person_id, ANYTHING)

    def put_availability(self, person: Person, availability: Availability) -> None:
        with self._table.lock:
            _check_next(availability.revision, self.availability(person.id).revision)
            self._table.availability[person.id] = availability
            for team in person.teams:
                members = self._table.members.get(team, {})
                if person.id in members:
                    members[person.id] = replace(members[person.id], availability=availability)


def _check_next(revision: int, held: int) -> None:
    if revision and revision != held + 1:
        raise ConflictError("It was planned anew meanwhile.")
