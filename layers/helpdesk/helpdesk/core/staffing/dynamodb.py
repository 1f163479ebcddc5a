"""Teams, who works in them, and what everybody can be given, in DynamoDB."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeVar

from msgspec import DecodeError
from msgspec.structs import replace

from helpdesk.core.directory.rules import Person
from helpdesk.core.staffing.rules.availability import ANYTHING, Availability
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError
from helpdesk.foundation.kernel.vocabulary import Level, PersonId, TeamId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact

T = TypeVar("T")

MOST_AT_ONCE: Final = 90  # a transaction holds a hundred writes


class DynamoStaffing:
    """See ports.Staffing."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def teams(self) -> Sequence[Team]:
        items = self._tables.query_all(TEAMS, PLANNED, f"{PLANNED}~")
        return [_team(item) for item in items]

    def members(self, team: TeamId) -> Sequence[Member]:
        return [member for member in stored_members(self._tables, team).values() if member]

    def put_team(self, team: Team, members: Sequence[Member]) -> None:
        """In several transactions when the team is large; each lets workers see that the roster moved."""
        gone = stored_members(self._tables, team.id).keys() - {member.person for member in members}
        table, document = self._tables.main, keys.text(encoding.encode(team))
        writes = [_next_revision(table, team_key(team.id) | {"team": document}, team.revision)]
        writes += [member_write(table, member) for member in members]
        writes += [Write({"Delete": {"TableName": table, "Key": member_key(team.id, person)}}) for person in gone]
        for start in range(0, len(writes), MOST_AT_ONCE):
            moved = roster_write(table, team.id, document)
            transact(self._tables.client, [moved, *writes[start : start + MOST_AT_ONCE]])

    def availability(self, person_id: PersonId) -> Availability:
        item = self._tables.get(self._tables.main, availability_key(person_id)) or {}
        revision = int(item["revision"]["N"]) if "revision" in item else 0
        return stored(Availability, item, "availability") or replace(ANYTHING, revision=revision)

    def put_availability(self, person: Person, availability: Availability) -> None:
        document = {"availability": keys.text(encoding.encode(availability))}
        table = self._tables.main
        writes = [_next_revision(table, availability_key(person.id) | document, availability.revision)]
        for team, member in _in_teams(self._tables, person):
            known = member or Member(team=team, person=person.id, name=person.name).following(person)
            writes.append(member_write(table, replace(known, availability=availability)))
            writes.append(roster_write(table, team))
        transact(self._tables.client, writes)


def _team(item: Item) -> Team:
    """One that cannot be read is shown by its id, so that it can be planned anew."""
    team = TeamId(item["sk"]["S"].removeprefix(PLANNED))
    revision = int(item["revision"]["N"]) if "revision" in item else 0
    return stored(Team, item, "team") or Team(id=team, name=team, level=Level.L1, revision=revision)


def following(tables: Tables, person: Person) -> list[Write]:
    """The person's place in all their teams, as they are now; where it cannot be read, it waits to be planned anew."""
    writes: list[Write] = []
    for team, member in _in_teams(tables, person):
        if member:
            writes += [member_write(tables.main, member.following(person)), roster_write(tables.main, team)]
    return writes


def _in_teams(tables: Tables, person: Person) -> list[tuple[TeamId, Member | None]]:
    wanted = [member_key(team, person.id) for team in person.teams]
    found = tables.get_many(wanted) if wanted else []
    return [(TeamId(item["pk"]["S"].removeprefix(TEAM)), stored(Member, item, "member")) for item in found]


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


def stored_members(tables: Tables, team: TeamId) -> dict[PersonId, Member | None]:
    """All there are, None for one who cannot be read."""
    items = tables.query_all(team_pk(team), MEMBER, f"{MEMBER}~")
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


def team_pk(team_id: str) -> str:
    return f"{TEAM}{team_id}"


def member_key(team_id: str, person_id: str) -> Key:
    return item_key(team_pk(team_id), f"{MEMBER}{person_id}")


def board_key(team_id: str) -> Key:
    return item_key(team_pk(team_id), "BOARD")


def availability_key(person_id: str) -> Key:
    return item_key(f"P#{person_id}", "AVAILABILITY")


TEAMS: Final = "TEAMS"

PLANNED: Final = "T#"


def team_key(team_id: str) -> Key:
    return item_key(TEAMS, f"{PLANNED}{team_id}")
