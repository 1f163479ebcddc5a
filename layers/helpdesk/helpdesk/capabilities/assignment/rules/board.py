"""The board of a team: who works in it, what each of them has, and which tickets wait, in order.

Only assignment writes loads and the line. Every write names the version of the board it was decided on.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from helpdesk.core.calendars.rules.calendar import Calendar
from helpdesk.core.record.ticket import Ticket
from helpdesk.core.staffing.rules.availability import Presence
from helpdesk.core.staffing.rules.teams import Member, Team
from helpdesk.foundation.kernel.vocabulary import Channel, Level, PersonId, Phase, TeamId, TicketId

WORKED: Final = frozenset({Phase.NEW, Phase.OPEN})

SEEN_OF_LINE: Final = 100

COUNTED_AHEAD: Final = 1000

PACE_OF: Final = 10

UNSEEN: Final = Presence()

FULL_STEP: Final = 1_000_000 * 100


class Load(Struct, frozen=True, kw_only=True):
    """What a person has in a team: the tickets they work on, by the channel they came by.

    `share` is what assignment gave them so far for their weight, `turn` the board's version when it last did.
    """

    person: PersonId
    held: Mapping[TicketId, Channel] = field(default_factory=dict)
    share: int = 0
    turn: int = 0
    given_at: datetime | None = None


class Need(Struct, frozen=True, kw_only=True):
    """What a ticket asks of who takes it. Those in `passed` had it and gave it back."""

    ticket_id: TicketId
    level: Level
    channel: Channel
    language: str | None = None
    skills: tuple[str, ...] = ()
    passed: tuple[PersonId, ...] = ()


class Waiting(Struct, frozen=True, kw_only=True):
    """A ticket in the line of its team. Places sort by priority, then by age."""

    place: str
    need: Need


class BoardChange(Struct, frozen=True, kw_only=True):
    """Loads and line after a decision that was made on `version` of the board. `also` are teams that it concerns
    because somebody works there too: what was decided there meanwhile, on less than is known now, is decided anew.
    `given` is when the last tickets were given, if this gives one; `owed` as on the board it leaves.
    """

    team: TeamId
    version: int
    clock: int
    loads: tuple[Load, ...] = ()
    queued: tuple[Waiting, ...] = ()
    left: tuple[str, ...] = ()
    also: tuple[TeamId, ...] = ()
    given: tuple[datetime, ...] = ()
    owed: Mapping[TeamId, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.loads or self.queued or self.left)


class Board(Struct, frozen=True, kw_only=True):
    """`clock` is the share at which the last ticket was given: who comes back or is new begins there, so that they
    are neither flooded nor owed anything. `line` holds the first in line; `more` says that it goes on. `elsewhere` is
    what members have in other teams, `given` when the last few tickets were given: the team's pace. `owed` are teams
    that may not have heard yet that somebody of theirs has room again, each with the id of the message for it. `faults`
    are of members of whom something stored cannot be used.
    """

    team: Team
    version: int = 0
    roster: int = 0
    clock: int = 0
    members: Mapping[PersonId, Member] = field(default_factory=dict)
    calendars: Mapping[PersonId, Calendar | None] = field(default_factory=dict)
    presences: Mapping[PersonId, Presence] = field(default_factory=dict)
    loads: Mapping[PersonId, Load] = field(default_factory=dict)
    elsewhere: Mapping[PersonId, Mapping[TicketId, Channel]] = field(default_factory=dict)
    line: tuple[Waiting, ...] = ()
    more: bool = False
    given: tuple[datetime, ...] = ()
    owed: Mapping[TeamId, str] = field(default_factory=dict)
    faults: Mapping[PersonId, str] = field(default_factory=dict)

    def load(self, person: PersonId) -> Load:
        return self.loads.get(person) or Load(person=person)

    def held(self, person: PersonId) -> list[Channel]:
        """The channels of all they have, here and elsewhere."""
        return [*self.load(person).held.values(), *self.elsewhere.get(person, {}).values()]

    def working(self, person: PersonId) -> Member | None:
        """Who works in the team; None for who is no member any more, or no staff."""
        member = self.members.get(person)
        return member if member and member.active else None

    def concerning(self, change: BoardChange, message_id: str) -> BoardChange:
        """The change, with the other teams of those whose load it moves. Those who get room are owed to be told."""
        known = [load for load in change.loads if load.person in self.members]
        freed = [load for load in known if len(load.held) < len(self.load(load.person).held)]
        owed = {**self.owed, **dict.fromkeys(self._elsewhere_of(freed), message_id)}
        return replace(change, also=self._elsewhere_of(known), owed=owed)

    def _elsewhere_of(self, loads: Sequence[Load]) -> tuple[TeamId, ...]:
        return tuple(dict.fromkeys(team for load in loads for team in self.members[load.person].also))

    def presence(self, person: PersonId) -> Presence:
        return self.presences.get(person) or UNSEEN

    def holders(self, ticket_id: TicketId) -> list[PersonId]:
        return [person for person, load in self.loads.items() if ticket_id in load.held]

    def after(self, change: BoardChange) -> "Board":
        gone = {*change.left, *(waiting.place for waiting in change.queued)}
        line = [waiting for waiting in self.line if waiting.place not in gone]
        last = line[-1].place if line else ""
        # Beyond the part that is known, the line is read again when its turn comes.
        line += [waiting for waiting in change.queued if not self.more or waiting.place < last]
        return replace(
            self,
            version=change.version + 1,
            clock=change.clock,
            given=change.given or self.given,
            owed=change.owed,
            loads={**self.loads, **{load.person: load for load in change.loads}},
            line=tuple(sorted(line, key=lambda waiting: waiting.place)),
        )


def merged(first: BoardChange, then: BoardChange) -> BoardChange:
    """Two changes as one write: `then` was decided on the board as `first` leaves it."""
    moved = {load.person for load in then.loads}
    return replace(
        then,
        version=first.version,
        loads=(*(load for load in first.loads if load.person not in moved), *then.loads),
        left=tuple(dict.fromkeys((*first.left, *then.left))),
    )


def calendars_of(members: Iterable[Member]) -> Mapping[PersonId, Calendar | None]:
    return {member.person: member.availability.calendar for member in members}


def held_by(loads: Iterable[Load]) -> dict[PersonId, dict[TicketId, Channel]]:
    """What each of them has, from all these teams together."""
    found: dict[PersonId, dict[TicketId, Channel]] = {}
    for load in loads:
        found.setdefault(load.person, {}).update(load.held)
    return found


def place_of(ticket: Ticket) -> str:
    return f"{ticket.priority.value}#{ticket.created_at:%Y%m%dT%H%M%S%f}#{ticket.id}"


def need_of(ticket: Ticket) -> Need:
    return Need(
        ticket_id=ticket.id,
        level=ticket.level,
        channel=ticket.channel,
        language=ticket.text_language,
        skills=ticket.skills,
        passed=ticket.passed,
    )


def waits(ticket: Ticket, team: TeamId) -> bool:
    """Whether the ticket is in the queue of this team and wants a person."""
    return ticket.team == team and ticket.assignee is None and not ticket.phase.is_finished


def settle(board: Board, ticket: Ticket) -> BoardChange:
    """Make loads and line agree with what the ticket says of itself. Settling twice changes nothing."""
    team = board.team.id
    owns = ticket.team == team and ticket.phase in WORKED
    holder = ticket.assignee if owns and ticket.assignee in board.members else None
    loads = [_without(board.load(person), ticket.id) for person in board.holders(ticket.id) if person != holder]
    if holder and ticket.id not in board.load(holder).held:
        loads.append(_with(board.load(holder), ticket))
    own = place_of(ticket) if waits(ticket, team) else None
    left = tuple(w.place for w in board.line if w.need.ticket_id == ticket.id and w.place != own)
    return BoardChange(team=team, version=board.version, clock=board.clock, loads=tuple(loads), left=left)


def _without(load: Load, ticket_id: TicketId) -> Load:
    return replace(load, held={held: channel for held, channel in load.held.items() if held != ticket_id})


def _with(load: Load, ticket: Ticket) -> Load:
    return replace(load, held={**load.held, ticket.id: ticket.channel})


def given(board: Board, person: PersonId, ticket: Ticket, now: datetime) -> BoardChange:
    """The person gets the ticket: their load and share grow, and the ticket leaves the line."""
    load = board.load(person)
    start = max(load.share, board.clock)
    weight = max(1, board.members[person].availability.weight)
    holding = _with(load, ticket) if ticket.phase in WORKED else load
    grown = replace(holding, share=start + FULL_STEP // weight, turn=board.version + 1, given_at=now)
    left = [waiting.place for waiting in board.line if waiting.need.ticket_id == ticket.id]
    # Where the line goes on unseen, its place may be there.
    places = dict.fromkeys([*left, place_of(ticket)] if board.more else left)
    return BoardChange(
        team=board.team.id,
        version=board.version,
        clock=start,
        loads=(grown,),
        left=tuple(places),
        given=(*board.given, now)[-PACE_OF:],
    )


def moved(board: Board, ticket: Ticket, person: PersonId | None) -> BoardChange:
    """The ticket goes from whoever holds it to somebody else, or to nobody of this team."""
    loads = [_without(board.load(holder), ticket.id) for holder in board.holders(ticket.id) if holder != person]
    if person and ticket.phase in WORKED:
        loads.append(_with(board.load(person), ticket))
    return BoardChange(team=board.team.id, version=board.version, clock=board.clock, loads=tuple(loads))


def queued(board: Board, ticket: Ticket) -> BoardChange:
    """The ticket joins the line, once."""
    waiting = Waiting(place=place_of(ticket), need=need_of(ticket))
    known = waiting in board.line
    left = tuple(each.place for each in board.line if each.need.ticket_id == ticket.id and each.place != waiting.place)
    change = BoardChange(team=board.team.id, version=board.version, clock=board.clock, left=left)
    return change if known else replace(change, queued=(waiting,))
