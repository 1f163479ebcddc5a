"""People and teams in DynamoDB."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from helpdesk.adapters import codec
from helpdesk.adapters.dynamodb import keys
from helpdesk.adapters.dynamodb.transactions import Item, Tables, Write, transact
from helpdesk.domain.errors import NotFoundError
from helpdesk.domain.people import Member, Person, Team, normalize_email
from helpdesk.domain.vocabulary import PersonId, TeamId

KEPT: Final = timedelta(seconds=60)


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

    def add_person(self, person: Person) -> None:
        transact(self._tables.client, self._tables.person_writes(person, new=True))

    def teams(self) -> Sequence[Team]:
        items = self._tables.query_all(keys.TEAMS, "T#", "T#~")
        return [codec.decode(Team, item["team"]["S"]) for item in items]

    def members(self, team: TeamId) -> Sequence[Member]:
        items = self._tables.query_all(keys.team_pk(team), "M#", "M#~")
        return [_member(item) for item in items]

    def put_team(self, team: Team, members: Sequence[Member]) -> None:
        before = {member.person: member for member in self.members(team.id)}
        gone = before.keys() - {member.person for member in members}
        put = {
            "TableName": self._tables.main,
            "Item": keys.team(team.id) | {"team": keys.text(codec.encode(team))},
        }
        writes = [Write({"Put": put})]
        writes += [self._member_write(member) for member in members]
        writes += [
            Write({"Delete": {"TableName": self._tables.main, "Key": keys.member(team.id, person)}}) for person in gone
        ]
        transact(self._tables.client, writes)

    def _member_write(self, member: Member) -> Write:
        update = {
            "TableName": self._tables.main,
            "Key": keys.member(member.team, member.person),
            "UpdateExpression": "SET #member = :member, turn = if_not_exists(turn, :turn)",
            "ExpressionAttributeNames": {"#member": "member"},  # a reserved word
            "ExpressionAttributeValues": {
                ":member": keys.text(codec.encode(member)),
                ":turn": keys.number(member.turn),
            },
        }
        return Write({"Update": update})


def _member(item: Item) -> Member:
    """The turn stands beside the rest, so that assignment moves it without rewriting what a lead may be editing."""
    document = codec.decode(dict, item["member"]["S"])
    return codec.convert(document | {"turn": int(item["turn"]["N"])}, Member)
