"""Teams, who works in them, and what everybody can be given, in DynamoDB."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeVar

from msgspec import DecodeError
from msgspec.structs import replace

from helpdesk.core.directory.dynamodb import ATTEMPTS, check, moved, person_key, person_of, person_writes
from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.availability import ANYTHING, Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, TeamId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, Text, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact

T = TypeVar("T")


class DynamoStaffing:
    """See ports.Staffing."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def teams(self) -> Sequence[Team]:
        items = self._tables.query_all(TEAMS, PLANNED, f"{PLANNED}~")
        return [_team(item) for item in items]

    def team(self, team: TeamId) -> Team | None:
        item = self._tables.get(self._tables.main, team_key(team))
        return _team(item) if item else None

    def members(self, team: TeamId) -> Sequence[Member]:
        return [member for member in stored_members(self._tables, team).values() if member]

    def put_team(self, team: Team, joining: Sequence[Person] = (), leaving: Sequence[Person] = ()) -> None:
        """Each write also lets workers see that the roster moved."""
        table, document = self._tables.main, keys.text(encoding.encode(team))
        moves = [(person, person.joined(team.id)) for person in joining]
        moves += [(person, person.left(team.id)) for person in leaving]
        places = _Places(self._tables, moves, team.id)
        writes = [_next_revision(table, team_key(team.id) | {"team": document}, team.revision)]
        for held, person in moves:
            writes += person_writes(self._tables, person, held, places.as_read(held))
        writes += [*places.writes, roster_write(table, team.id, document)]
        transact(self._tables.client, [*writes, *(roster_write(table, each) for each in places.teams - {team.id})])

    def availability(self, person_id: PersonId) -> Availability:
        item = self._tables.get(self._tables.main, availability_key(person_id)) or {}
        revision = int(item["revision"]["N"]) if "revision" in item else 0
        return stored(Availability, item, "availability") or replace(ANYTHING, revision=revision)

    def put_availability(self, person: Person, availability: Availability) -> None:
        for _ in range(ATTEMPTS):
            planned, *following = self._planned(person.id, availability)
            try:
                transact(self._tables.client, [planned, *following])
            except ConflictError as error:
                if error is planned.refusal:
                    raise
            else:
                return
        raise ConflictError("Many changes came at once. Please try again.")

    def _planned(self, person_id: PersonId, availability: Availability) -> list[Write]:
        table, document = self._tables.main, {"availability": keys.text(encoding.encode(availability))}
        item = self._tables.get(table, person_key(person_id))
        if item is None:
            raise NotFoundError("person", person_id)
        writes = [_next_revision(table, availability_key(person_id) | document, availability.revision)]
        writes.append(check(self._tables, person_key(person_id), "person", item["person"]))
        person = person_of(item)
        for found in self._tables.get_many([member_key(team, person_id) for team in person.teams]):
            team = TeamId(found["pk"]["S"].removeprefix(TEAM))
            member = stored(Member, found, "member") or Member.of(team, person, availability)
            writes.append(member_write(table, replace(member, availability=availability), found["member"]))
            writes.append(roster_write(table, team))
        return writes


def _team(item: Item) -> Team:
    """One that cannot be read is shown by its id, so that it can be planned anew."""
    team = TeamId(item["sk"]["S"].removeprefix(PLANNED))
    revision = int(item["revision"]["N"]) if "revision" in item else 0
    return stored(Team, item, "team") or Team(id=team, name=team, level=Level.L1, revision=revision)


def following(tables: Tables, held: Person, person: Person) -> list[Write]:
    """The person's place in all teams they were and are in; nothing when they keep nothing that moved."""
    if all(getattr(held, name) == getattr(person, name) for name in ("name", "role", "active", "teams")):
        return []
    places = _Places(tables, [(held, person)])
    return [*places.writes, *(roster_write(tables.main, team) for team in places.teams)]


class _Places:
    """What teams keep of people, from how they are held to how they will be: `writes` in these `teams`. All is read at
    once, and each write holds on what was read. A place that cannot be read waits until its team is planned anew.
    """

    def __init__(self, tables: Tables, moves: Sequence[tuple[Person, Person]], joined: TeamId | None = None) -> None:
        self._tables, self._table, self._joined = tables, tables.main, joined
        wanted: list[Key] = []
        for held, person in moves:
            wanted += [member_key(team, person.id) for team in self._concerned(held, person)]
            wanted += [person_key(person.id), availability_key(person.id)] if joined else []
        self._read = {_named(item): item for item in tables.get_many(wanted)}
        self.teams: set[TeamId] = set()
        self.writes: list[Write] = []
        for held, person in moves:
            for team in self._concerned(held, person):
                if written := self._placed(team, person):
                    self.writes += written
                    self.teams.add(team)

    def _concerned(self, held: Person, person: Person) -> set[TeamId]:
        return {*held.teams, *person.teams, *([self._joined] if self._joined else [])}

    def as_read(self, held: Person) -> Text:
        """What is stored of somebody who is still as they are held."""
        item = self._read.get(_named(person_key(held.id)))
        if item is None or person_of(item) != held:
            raise moved()
        text: Text = item["person"]
        return text

    def _placed(self, team: TeamId, person: Person) -> list[Write]:
        key = member_key(team, person.id)
        item = self._read.get(_named(key))
        if item and team not in person.teams:
            return [Write({"Delete": {"TableName": self._table, "Key": key}})]
        if item and (member := stored(Member, item, "member")):
            return [member_write(self._table, member.following(person), item["member"])]
        if team == self._joined:
            source = availability_key(person.id)
            planned = self._read.get(_named(source)) or {}
            can = stored(Availability, planned, "availability") or ANYTHING
            unplanned = check(self._tables, source, "availability", planned.get("availability"))
            return [member_write(self._table, Member.of(team, person, can), item and item["member"]), unplanned]
        return []


def _named(key: Item) -> tuple[str, str]:
    return key["pk"]["S"], key["sk"]["S"]


def member_write(table: str, member: Member, seen: Text | None) -> Write:
    """Put where there was what was `seen`, or nothing."""
    item = member_key(member.team, member.person) | {"member": keys.text(encoding.encode(member))}
    return Write({"Put": {"TableName": table, "Item": item} | keys.holding("member", seen)}, moved())


def _next_revision(table: str, item: Item, revision: int) -> Write:
    """Put over the revision before; what was written before there were revisions counts as the first."""
    put: dict[str, Any] = {"TableName": table, "Item": item | {"revision": keys.number(revision)}}
    if revision:
        put["ConditionExpression"] = "revision = :before" + (" OR attribute_not_exists(revision)" * (revision == 1))
        put["ExpressionAttributeValues"] = {":before": keys.number(revision - 1)}
    return Write({"Put": put}, ConflictError("It was planned anew meanwhile."))


def roster_write(table: str, team: TeamId, document: Text | None = None) -> Write:
    """Move the version of a team's roster; with a document, the board's copy of the team too."""
    update: dict[str, Any] = {
        "TableName": table,
        "Key": board_key(team),
        "UpdateExpression": "ADD #roster :one",
        "ExpressionAttributeNames": {"#roster": "roster"},
        "ExpressionAttributeValues": {":one": keys.number(1)},
    }
    if document:
        update["UpdateExpression"] = f"SET #team = :team {update['UpdateExpression']}"
        update["ExpressionAttributeNames"]["#team"] = "team"
        update["ExpressionAttributeValues"][":team"] = document
    return Write({"Update": update})


def stored_members(tables: Tables, team: TeamId) -> dict[PersonId, Member | None]:
    """All there are, None for one who cannot be read."""
    return members_in(tables.query_all(team_pk(team), MEMBER, f"{MEMBER}~"))


def members_in(items: Iterable[Item]) -> dict[PersonId, Member | None]:
    return {PersonId(item["sk"]["S"].removeprefix(MEMBER)): stored(Member, item, "member") for item in items}


def stored(kind: type[T], item: Item, name: str) -> T | None:
    """None where there is none, and for one that cannot be read: what is wrong with it must cost nobody else."""
    if name not in item:
        return None
    try:
        return encoding.decode(kind, item[name]["S"])
    except DecodeError:
        logger.exception("cannot be read", extra={"pk": item["pk"]["S"], "sk": item["sk"]["S"], "attribute": name})
        return None


TEAM: Final = "TEAM#"

MEMBER: Final = "M#"

BOARD: Final = "BOARD"  # sorts before loads and members, so that one query reads all three


def team_pk(team_id: str) -> str:
    return f"{TEAM}{team_id}"


def member_key(team_id: str, person_id: str) -> Key:
    return item_key(team_pk(team_id), f"{MEMBER}{person_id}")


def board_key(team_id: str) -> Key:
    return item_key(team_pk(team_id), BOARD)


def availability_key(person_id: str) -> Key:
    return item_key(f"P#{person_id}", "AVAILABILITY")


TEAMS: Final = "TEAMS"

PLANNED: Final = "T#"


def team_key(team_id: str) -> Key:
    return item_key(TEAMS, f"{PLANNED}{team_id}")
