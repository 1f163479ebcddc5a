"""Boards of the teams in DynamoDB: one item with the versions, one per load and one per waiting ticket."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from msgspec.structs import replace

from helpdesk.capabilities.assignment.rules.board import (
    COUNTED_AHEAD,
    SEEN_OF_LINE,
    UNSEEN,
    Board,
    BoardChange,
    Load,
    Waiting,
    calendars_of,
    held_by,
)
from helpdesk.core.record import stored_heads
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing import dynamodb as staffing
from helpdesk.core.staffing.dynamodb import BOARD, MEMBER, board_key, members_in, stored, stored_members, team_pk
from helpdesk.core.staffing.rules.availability import Link, Presence
from helpdesk.core.staffing.rules.teams import Member, Team, elsewhere_of, roster_of
from helpdesk.core.tickets.dynamodb.keys import HEAD, head_key
from helpdesk.foundation.edge.logging import logger
from helpdesk.foundation.kernel import encoding
from helpdesk.foundation.kernel.errors import ConflictError, NotFoundError
from helpdesk.foundation.kernel.vocabulary import Channel, Level, PersonId, TeamId, TicketId
from helpdesk.foundation.platform.dynamodb import keys
from helpdesk.foundation.platform.dynamodb.keys import Key, item_key
from helpdesk.foundation.platform.dynamodb.tables import Item, Tables, Write, transact

LOAD: Final = "L#"


class DynamoBoards:
    """See ports.Boards. `version` moves with loads, line and presence, `roster` with the team and its members."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._kept: dict[TeamId, Board] = {}

    def look(self, team: TeamId, ticket_id: TicketId) -> tuple[Board, Ticket]:
        of_board, of_head = board_key(team), head_key(ticket_id)
        found = {item["sk"]["S"]: item for item in self._tables.get_many([of_board, of_head])}
        if HEAD not in found:
            raise NotFoundError("ticket", ticket_id)
        ticket = stored_heads.decode(keys.unpacked(found[HEAD]["head"]))
        return self._fresh(team, found.get(of_board["sk"]["S"])), ticket

    def board(self, team: TeamId) -> Board:
        return self._fresh(team, self._tables.get(self._tables.main, board_key(team)))

    def keep(self, board: Board) -> None:
        self._kept[board.team.id] = board

    def further(self, board: Board) -> Board:
        if not board.more:
            return board
        last = waiting_key(board.team.id, board.line[-1].place) if board.line else None
        line, more = self._line(board.team.id, last)
        longer = replace(board, line=board.line + line, more=more)
        self._kept[board.team.id] = longer
        return longer

    def glance(self, team: TeamId) -> Board:
        found = {item["sk"]["S"]: item for item in self._tables.query_all(team_pk(team), BOARD, f"{MEMBER}~")}
        members = members_in(item for sk, item in found.items() if sk.startswith(MEMBER))
        of_board = found.get(BOARD, {})
        loads = [item for sk, item in found.items() if sk.startswith(LOAD)]
        return _with_loads(_staffed(team, of_board, members), of_board, loads)

    def held(self, places: Sequence[tuple[PersonId, TeamId]]) -> dict[PersonId, dict[TicketId, Channel]]:
        return held_by(_loads(self._tables.get_many([load_key(team, person) for person, team in places])))

    def _line(self, team: TeamId, after: keys.Key | None = None) -> tuple[tuple[Waiting, ...], bool]:
        start = {"ExclusiveStartKey": after} if after else {}
        items, more = self._tables.query(staffing.team_pk(team), "W#", "W#~", Limit=SEEN_OF_LINE, **start)
        return tuple(encoding.decode(Waiting, item["waiting"]["S"]) for item in items), more

    def put(self, change: BoardChange) -> None:
        transact(self._tables.client, board_writes(self._tables, change))

    def see(self, person: PersonId, teams: Sequence[TeamId], presence: Presence) -> None:
        for team in teams:
            self._note(team, person, "SET #presence = :presence", presence=_json(replace(presence, link=None)))

    def link(self, person: PersonId, teams: Sequence[TeamId], link: Link) -> None:
        for team in teams:
            self._note(team, person, "SET #link = :link", link=_json(link))

    def presence(self, person: PersonId, team: TeamId) -> Presence:
        return _presence(self._tables.get(self._tables.main, load_key(team, person)) or {})

    def _note(self, team: TeamId, person: PersonId, expression: str, **values: Any) -> None:
        moved = _update(self._tables.main, load_key(team, person), expression, **values)
        transact(self._tables.client, [Write(moved), Write(_moved(self._tables.main, team))])

    def ahead(self, team: TeamId, place: str) -> int:
        answer = self._tables.client.query(
            TableName=self._tables.main,
            KeyConditionExpression="pk = :pk AND sk BETWEEN :first AND :last",
            ExpressionAttributeValues={
                ":pk": keys.text(staffing.team_pk(team)),
                ":first": keys.text("W#"),
                ":last": keys.text(f"W#{place}"),
            },
            Select="COUNT",
            Limit=COUNTED_AHEAD + 1,
        )
        return max(0, int(answer["Count"]) - 1)

    def _fresh(self, team: TeamId, item: Item | None) -> Board:
        """The kept board if it is of this version; else what changed of it is read."""
        item = item or {}
        version, roster = _number(item, "version"), _number(item, "roster")
        kept = self._kept.get(team)
        if kept and (kept.version, kept.roster) == (version, roster) and not _runs_out(kept):
            return kept
        staffed = kept if kept and kept.roster == roster else None
        board = _with_loads(
            staffed or _staffed(team, item, stored_members(self._tables, team)),
            item,
            list(self._tables.query_all(team_pk(team), LOAD, f"{LOAD}~")),
        )
        line, more = self._line(team)
        # Writes in other teams move the version here, so that what members have there is never too old.
        elsewhere = self.held(elsewhere_of(board.members.values()))
        self._kept[team] = replace(board, line=line, more=more, elsewhere=elsewhere)
        return self._kept[team]


def _staffed(team: TeamId, item: Item, members: Mapping[PersonId, Member | None]) -> Board:
    found = roster_of(team, members)
    for person, why in found.faults.items():
        logger.error("member cannot be given anything", extra={"team": team, "person": person, "why": why})
    return Board(
        team=stored(Team, item, "team") or Team(id=team, name=team, level=Level.L1),
        roster=_number(item, "roster"),
        members=found.members,
        calendars=calendars_of(found.members.values()),
        faults=found.faults,
    )


def _with_loads(staffed: Board, item: Item, items: Sequence[Item]) -> Board:
    """What changes with every decision, over what does with the roster."""
    presences = {
        PersonId(each["sk"]["S"].removeprefix(LOAD)): _presence(each)
        for each in items
        if each.keys() & {"presence", "link"}
    }
    return replace(
        staffed,
        version=_number(item, "version"),
        clock=_number(item, "clock"),
        given=encoding.decode(tuple[datetime, ...], item["given"]["S"]) if "given" in item else (),
        owed=encoding.decode(dict[TeamId, str], item["owed"]["S"]) if "owed" in item else {},
        presences=presences,
        loads={load.person: load for load in _loads(items)},
    )


def _loads(items: Iterable[Item]) -> list[Load]:
    """One that cannot be read comes back by itself: tickets say whose they are, each when it is looked at."""
    return [load for item in items if (load := stored(Load, item, "load"))]


def _presence(item: Item) -> Presence:
    return replace(stored(Presence, item, "presence") or UNSEEN, link=stored(Link, item, "link"))


def _runs_out(board: Board) -> bool:
    """Whether more stand in line than are known, and few of those are left."""
    return board.more and len(board.line) < SEEN_OF_LINE // 2


def board_writes(tables: Tables, change: BoardChange) -> list[Write]:
    """The writes of one decision; all of them hold only on the version it was made on."""
    table = tables.main
    writes = [Write(_fence(table, change), ConflictError(f"The board of {change.team} was written meanwhile."))]
    writes += [Write(_moved(table, team)) for team in change.also]
    for load in change.loads:
        moved = _update(table, load_key(change.team, load.person), "SET #load = :load", load=_json(load))
        writes.append(Write(moved))
    for waiting in change.queued:
        item = waiting_key(change.team, waiting.place) | {"waiting": _json(waiting)}
        writes.append(Write({"Put": {"TableName": table, "Item": item}}))
    gone = [waiting_key(change.team, place) for place in change.left]
    return writes + [Write({"Delete": {"TableName": table, "Key": key}}) for key in gone]


def _fence(table: str, change: BoardChange) -> dict[str, Any]:
    """The board's own item: it moves on from the version of the decision, or nothing is written."""
    values = {
        "version": keys.number(change.version),
        "clock": keys.number(change.clock),
        "next": keys.number(change.version + 1),
    }
    wanted = "SET #version = :next, #clock = :clock"
    if change.given:
        wanted, values = f"{wanted}, #given = :given", values | {"given": _json(change.given)}
    if change.owed:
        wanted, values = f"{wanted}, #owed = :owed", values | {"owed": _json(change.owed)}
    else:
        wanted = f"{wanted} REMOVE #owed"
    fence = _update(table, board_key(change.team), wanted, **values)
    unwritten = "attribute_not_exists(#version) OR " if change.version == 0 else ""
    fence["Update"]["ConditionExpression"] = f"{unwritten}#version = :version"
    return fence


def _moved(table: str, team: TeamId) -> dict[str, Any]:
    """Who decided on the board as it was decides anew."""
    return _update(table, board_key(team), "ADD #version :one", one=keys.number(1))


def _update(table: str, key: keys.Key, expression: str, **values: Any) -> dict[str, Any]:
    """An update by names behind `#`, as many words of ours are reserved."""
    names = {word for word in expression.replace(",", " ").split() if word.startswith("#")}
    return {
        "Update": {
            "TableName": table,
            "Key": key,
            "UpdateExpression": expression,
            "ExpressionAttributeNames": {name: name[1:] for name in names},
            "ExpressionAttributeValues": {f":{name}": value for name, value in values.items()},
        }
    }


def _json(value: Any) -> dict[str, str]:
    return keys.text(encoding.encode(value))


def _number(item: Item, name: str) -> int:
    return int(item[name]["N"]) if name in item else 0


def load_key(team_id: str, person_id: str) -> Key:
    return item_key(team_pk(team_id), f"{LOAD}{person_id}")


def waiting_key(team_id: str, place: str) -> Key:
    return item_key(team_pk(team_id), f"W#{place}")
