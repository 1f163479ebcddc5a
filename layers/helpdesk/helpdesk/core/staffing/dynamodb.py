"""Teams, who works in them, and what everybody can be given, in DynamoDB."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from msgspec.structs import replace

from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.availability import ANYTHING, Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import PersonId, TeamId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact

MOST_AT_ONCE: Final = 90  # a transaction holds a hundred writes


class DynamoStaffing:
    """See ports.Staffing."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def teams(self) -> Sequence[Team]:
        items = self._tables.query_all(TEAMS, "T#", "T#~")
        return [encoding.decode(Team, item["team"]["S"]) for item in items]

    def members(self, team: TeamId) -> Sequence[Member]:
        items = self._tables.query_all(team_pk(team), "M#", "M#~")
        return [member_of(item) for item in items]

    def put_team(self, team: Team, members: Sequence[Member]) -> None:
        """In several transactions when the team is large; each lets workers see that the roster moved."""
        gone = {member.person for member in self.members(team.id)} - {member.person for member in members}
        table, document = self._tables.main, keys.text(encoding.encode(team))
        writes = [_next_revision(table, team_key(team.id) | {"team": document}, team.revision)]
        writes += [member_write(table, member) for member in members]
        writes += [Write({"Delete": {"TableName": table, "Key": member_key(team.id, person)}}) for person in gone]
        for start in range(0, len(writes), MOST_AT_ONCE):
            moved = roster_write(table, team.id, document)
            transact(self._tables.client, [moved, *writes[start : start + MOST_AT_ONCE]])

    def availability(self, person_id: PersonId) -> Availability:
        item = self._tables.get(self._tables.main, availability_key(person_id))
        return encoding.decode(Availability, item["availability"]["S"]) if item else ANYTHING

    def put_availability(self, person: Person, availability: Availability) -> None:
        document = {"availability": keys.text(encoding.encode(availability))}
        table = self._tables.main
        writes = [_next_revision(table, availability_key(person.id) | document, availability.revision)]
        for member in _in_teams(self._tables, person):
            writes.append(member_write(table, replace(member, availability=availability)))
            writes.append(roster_write(table, member.team))
        transact(self._tables.client, writes)


def following(tables: Tables, person: Person) -> list[Write]:
    """The person's place in all their teams, as they are now."""
    writes: list[Write] = []
    for member in _in_teams(tables, person):
        writes += [member_write(tables.main, member.following(person)), roster_write(tables.main, member.team)]
    return writes


def _in_teams(tables: Tables, person: Person) -> list[Member]:
    wanted = [member_key(team, person.id) for team in person.teams]
    return [member_of(item) for item in tables.get_many(wanted)] if wanted else []


def member_write(table: str, member: Member) -> Write:
    item = member_key(member.team, member.person) | {"member": keys.text(encoding.encode(member))}
    return Write({"Put": {"TableName": table, "Item": item}})


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


def member_of(item: Item) -> Member:
    return encoding.decode(Member, item["member"]["S"])


def team_pk(team_id: str) -> str:
    return f"TEAM#{team_id}"


def member_key(team_id: str, person_id: str) -> Key:
    return item_key(team_pk(team_id), f"M#{person_id}")


def board_key(team_id: str) -> Key:
    return item_key(team_pk(team_id), "BOARD")


def availability_key(person_id: str) -> Key:
    return item_key(f"P#{person_id}", "AVAILABILITY")


TEAMS: Final = "TEAMS"


def team_key(team_id: str) -> Key:
    return item_key(TEAMS, f"T#{team_id}")
