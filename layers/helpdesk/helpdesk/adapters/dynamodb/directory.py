"""People and teams in DynamoDB."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from msgspec.structs import replace

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Item, Tables, Write, transact
from helpdesk.domain.availability import ANYTHING, Availability
from helpdesk.domain.errors import ConflictError, NotFoundError
from helpdesk.domain.people import Member, Person, Team, normalize_email
from helpdesk.domain.vocabulary import PersonId, TeamId

KEPT: Final = timedelta(seconds=60)
MOST_AT_ONCE: Final = 90  # a transaction holds a hundred writes


class DynamoDirectory:
    """See ports.Directory. A person looked up by address is kept by the worker for a minute: it is who calls."""

    def __init__(self, tables: Tables, wall: Callable[[], datetime]) -> None:
        self._tables = tables
        self._wall = wall
        self._kept: dict[str, tuple[datetime, Person]] = {}

    def person(self, person_id: PersonId) -> Person:
        item = self._tables.get(self._tables.main, keys.person(person_id))
        if item is None:
            raise NotFoundError("person", person_id)
        return codec.decode(Person, item["person"]["S"])

    def by_email(self, email: str) -> Person | None:
        address, now = normalize_email(email), self._wall()
        if address in self._kept and now - self._kept[address][0] < KEPT:
            return self._kept[address][1]
        item = self._tables.get(self._tables.main, keys.alias(address))
        if item is None:
            return None
        person = codec.decode(Person, item["person"]["S"])
        self._kept[address] = (now, person)
        return person

    def put_person(self, person: Person) -> None:
        self._kept.pop(normalize_email(person.email), None)
        transact(self._tables.client, self._tables.person_writes(person, new=False))

    def put_staff(self, person: Person) -> None:
        self._kept.pop(normalize_email(person.email), None)
        writes = self._tables.person_writes(person, new=False)
        for member in self._of_person(person):
            writes += [self._member_write(member.following(person)), roster_write(self._tables.main, member.team)]
        transact(self._tables.client, writes)

    def _of_person(self, person: Person) -> list[Member]:
        wanted = [keys.member(team, person.id) for team in person.teams]
        return [member_of(item) for item in self._tables.get_many(wanted)] if wanted else []

    def add_person(self, person: Person) -> None:
        transact(self._tables.client, self._tables.person_writes(person, new=True))

    def teams(self) -> Sequence[Team]:
        items = self._tables.query_all(keys.TEAMS, "T#", "T#~")
        return [codec.decode(Team, item["team"]["S"]) for item in items]

    def members(self, team: TeamId) -> Sequence[Member]:
        items = self._tables.query_all(keys.team_pk(team), "M#", "M#~")
        return [member_of(item) for item in items]

    def put_team(self, team: Team, members: Sequence[Member]) -> None:
        """In several transactions when the team is large; each lets workers see that the roster moved."""
        gone = {member.person for member in self.members(team.id)} - {member.person for member in members}
        table, document = self._tables.main, keys.text(codec.encode(team))
        writes = [_next_revision(table, keys.team(team.id) | {"team": document}, team.revision)]
        writes += [self._member_write(member) for member in members]
        writes += [Write({"Delete": {"TableName": table, "Key": keys.member(team.id, person)}}) for person in gone]
        for start in range(0, len(writes), MOST_AT_ONCE):
            moved = roster_write(table, team.id, document)
            transact(self._tables.client, [moved, *writes[start : start + MOST_AT_ONCE]])

    def availability(self, person_id: PersonId) -> Availability:
        item = self._tables.get(self._tables.main, keys.availability(person_id))
        return codec.decode(Availability, item["availability"]["S"]) if item else ANYTHING

    def put_availability(self, person: Person, availability: Availability) -> None:
        document = {"availability": keys.text(codec.encode(availability))}
        table = self._tables.main
        writes = [_next_revision(table, keys.availability(person.id) | document, availability.revision)]
        for member in self._of_person(person):
            writes.append(self._member_write(replace(member, availability=availability)))
            writes.append(roster_write(table, member.team))
        transact(self._tables.client, writes)

    def _member_write(self, member: Member) -> Write:
        item = keys.member(member.team, member.person) | {"member": keys.text(codec.encode(member))}
        return Write({"Put": {"TableName": self._tables.main, "Item": item}})


def _next_revision(table: str, item: Item, revision: int) -> Write:
    """Put over the revision before; what was written before there were revisions counts as the first."""
    put: dict[str, Any] = {"TableName": table, "Item": item | {"revision": keys.number(revision)}}
    if revision:
        put["ConditionExpression"] = "revision = :before" + (" OR attribute_not_exists(revision)" * (revision == 1))
        put["ExpressionAttributeValues"] = {":before": keys.number(revision - 1)}
    return Write({"Put": put}, ConflictError("It was planned anew meanwhile."))


def roster_write(table: str, team: TeamId, document: keys.Text | None = None) -> Write:
    """Move the version of a team's roster; with a document, the board's copy of the team too."""
    update: dict[str, Any] = {
        "TableName": table,
        "Key": keys.board(team),
        "UpdateExpression": "ADD #roster :one",
        "ExpressionAttributeNames": {"#roster": "roster"},
        "ExpressionAttributeValues": {":one": keys.number(1)},
    }
    if document:
        update["UpdateExpression"] = f"SET #team = :team {update['UpdateExpression']}"
        update["ExpressionAttributeNames"]["#team"] = "team"
        update["ExpressionAttributeValues"][":team"] = document
    return Write({"Update": update})


def member_of(item: Item) -> Member:
    return codec.decode(Member, item["member"]["S"])
